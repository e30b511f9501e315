import type { RefusalCode } from '../../contract/mutations.ts';

/** Why the server refused a change, in words for the rep. */
export const refusals: Record<`refusal.${RefusalCode}`, string> = {
  'refusal.invalid': 'The server could not read this change. Export it and tell your admin.',
  'refusal.unknown-customer': 'This customer is no longer on the server.',
  'refusal.unknown-event': 'What this would undo is not on the server any more.',
  'refusal.not-yours': 'Your role may not change this.',
  'refusal.not-recordable': 'This kind of event cannot be recorded by hand.',
  'refusal.address-taken': 'This address already belongs to another customer.',
  'refusal.exists': 'This customer already exists.',
};
