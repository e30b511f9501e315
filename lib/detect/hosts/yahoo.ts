import { ANGLED, type HostSpec } from '../define-host.ts';

const box = (name: string): string => `[data-test-id="message-${name}"]`;
/** The older header shows pills, with the address in the title or the text. */
const pill = ':is([title*="@"], [data-test-id="email-pill"])';

/**
 * Yahoo Mail, and AOL Mail, which is the same. Anchors, as published on 2026-11-22: `message-view`,
 * `message-view-body-content`, `message-group-subject-text`, `message-recipients` and `with-contact-card-anchor` (CheckMailPlugin
 * yahoo extractor), `message-from` and `email-pill` (Mailvelope providerSpecific.js), the address in the picture's
 * address (Email Sender Icons: `endpoints/smtp:…`), the account in the title (public test suites), compose pills
 * (Mailvelope).
 */
export const yahoo: HostSpec = {
  id: 'yahoo',
  version: '2026-11-22',
  body: box('view-body-content'),
  editor: '[data-test-id="rte"]',
  not: `${box('list-item')}, [data-test-id^="container-"]`,
  self: [['head > title', 'text', /([^\s<>]+@[^\s<>]+) - /u]],
  views: [
    {
      when: box('view'),
      message: box('view'),
      open: box('view-body'),
      people: [
        { role: 'sender', at: `${box('from')} ${pill}`, by: 'text', part: ANGLED },
        { role: 'sender', at: `${box('from')} ${pill}`, by: 'data-email title' },
        {
          role: 'sender',
          at: 'img[src*="/smtp:"]',
          by: 'src',
          part: /\/smtp:([^/]+)/u,
          name: '[data-test-id="with-contact-card-anchor"]',
        },
        {
          role: 'recipient',
          at: `:is(${box('to')}, ${box('recipients')}) ${pill}`,
          by: 'data-email title text',
        },
      ],
      subject: [box('group-subject-text'), 'text'],
    },
    {
      when: '[data-test-id="container-to"]',
      people: [
        { role: 'recipient', at: '[data-test-id="container-to"] [data-test-id="pill"]', by: 'title text' },
      ],
      writing: true,
    },
  ],
};
