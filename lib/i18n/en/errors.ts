import type { RefusalCode } from '../../contract/mutations.ts';

/** Why a change was not taken, in words for the rep. */
export const refusals: Record<`refusal.${RefusalCode | 'expired' | 'conflict'}`, string> = {
  'refusal.invalid': 'The server could not read this change. Save it as a file and tell your admin.',
  'refusal.unknown-customer': 'This customer is no longer on the server.',
  'refusal.unknown-event': 'What this would undo is not on the server any more.',
  'refusal.not-yours': 'Your role may not change this.',
  'refusal.not-recordable': 'This kind of event cannot be recorded by hand.',
  'refusal.address-taken': 'This address already belongs to another customer.',
  'refusal.exists': 'This customer already exists.',
  'refusal.unknown-member': 'This colleague is no longer here. Choose somebody else.',
  'refusal.too-many': 'They have as many tags as one customer can have (50). Take one off first.',
  'refusal.other-account': 'This was done before this browser was connected to another account.',
  'refusal.stuck':
    'The server has failed at this for a whole day, so it was put aside and the rest went on. Try again later, or save it and tell your admin.',
  'refusal.revoked': 'This browser was signed out before this had gone out.',
  'refusal.expired': 'It waited so long that the server no longer knows whether it has it.',
  'refusal.conflict':
    'A colleague was faster. Nothing was overwritten; choose which of the two it should be.',
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
