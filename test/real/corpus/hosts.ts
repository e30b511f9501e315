/**
 * Hosts that ask whom a page is about wherever they name somebody, and why. All others name one person on some page of theirs, and
 * have to go on doing so.
 */
export const alwaysAsk: Record<string, string> = {
  icloud: 'its classes do not say who is who',
  'help-scout': "no anchor for the customer's address is published",
  intercom: "no anchor for the customer's address is published",
  hubspot: 'one anchor alone tells the card of the ticket from the preview of another record',
  'zoho-desk': "no anchor for the customer's address is published",
};

/**
 * Pages with two people in like places. Where the place of only one of them loses its anchor, nothing tells that there was a second,
 * and the other is named alone.
 */
export const twoAlike = [
  'yandex-thread',
  'zimbra-names-only-and-one-that-is-dressed-up',
  'gorgias-another-customer-is-looked-at',
  'glpi-two-requesters',
  'rt-several',
];
