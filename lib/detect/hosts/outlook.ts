import { ANGLED, type HostSpec } from '../define-host.ts';

const from = '[id^="MSG_"][id$="_FROM"]';

/**
 * Outlook on the web, personal and work, in any language, and under a company's own name by its scripts (Briskine
 * outlook.js: `owamail`). Anchors, as published on 2026-11-22: `MSG_…_FROM`, `CONV_…_SUBJECT` and `UniqueMessageBody` (PhishLens
 * outlook.js, Briskine, Mailvelope outlookIntegration.js), `RecipientWell` and `data-lpc-hover-target-id` (MaxAI), the
 * labelled box of a message, the folder tree's root with the mailbox's address (Mailvelope), the persona card
 * (Mailvelope providerSpecific.js). Ids in a mail's text begin with `x_`. Of colleagues only the name is shown.
 */
export const outlook: HostSpec = {
  id: 'outlook',
  version: '2026-11-22',
  body: '[id^="UniqueMessageBody"]',
  editor: '[role="textbox"][dir]',
  not: '#MailList, [contenteditable="true"]',
  self: [
    ['[id^="primaryMailboxRoot"]', 'title'],
    ['#mectrl_currentAccount_secondary', 'text'],
  ],
  views: [
    {
      when: from,
      // Its label is in the rep's language: the innermost box that has one.
      message: `[aria-label]:has(${from})`,
      inner: true,
      open: '[data-testid="RecipientWell"]',
      people: [
        { role: 'sender', at: `${from}, ${from} [aria-label]`, by: 'aria-label text', part: ANGLED },
        {
          role: 'recipient',
          at: '[data-testid="RecipientWell"] [data-lpc-hover-target-id]',
          by: 'text title',
        },
      ],
      otherwise: [
        {
          role: 'sender',
          at: '[data-log-region="LivePersonaCard"] :is([title*="@"], [data-log-name="Email"] button)',
          by: 'title text',
          confidence: 'weak',
        },
      ],
      subject: ['[role="heading"][id$="_SUBJECT"]', 'text'],
      id: ['[role="heading"][id$="_SUBJECT"]', 'id'],
    },
    {
      // Beside a mail that can be read, who is written to may be somebody else.
      when: 'body:not(:has([data-testid="RecipientWell"])) [data-testid="ComposeSendButton"]',
      people: [
        {
          role: 'recipient',
          at: '[role="textbox"]:not([dir]) [data-lpc-hover-target-id]',
          by: 'text title',
        },
      ],
      writing: true,
    },
  ],
};
