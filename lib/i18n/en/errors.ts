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
  'refusal.other-account': 'This was done before this browser was connected to another account.',
};

/** What went wrong with a pairing link. */
export const pairingFailures = {
  'pairing.no-link':
    'This is no pairing link. It looks like https://suki.example.com/pair/… ; ask your admin for one.',
  'pairing.no-tls':
    'This link is not encrypted (http), and your token would be readable on the way. The server needs https; ask your admin.',
  'pairing.pairing-used': 'This link was used before. Each one works once; ask your admin for another.',
  'pairing.pairing-expired': 'This link has expired. Ask your admin for another.',
  'pairing.pairing-unknown': 'The server does not know this link. Copy the whole of it, or ask for another.',
  'pairing.network': 'The server did not answer. Is the address right, and the server running?',
  'pairing.other': 'That did not work: {message}',
} as const;
