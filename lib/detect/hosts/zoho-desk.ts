import type { HostSpec } from '../define-host.ts';
import { MARKED } from '../dom.ts';

const subject = '[data-id="caseSubjectText"]';

/**
 * Zoho Desk. Every ticket that was opened keeps a box, `data-id="subTab_…"`, with the conversation in `ConversationList` and
 * `threadContent` (published extensions of 2026); the subject: clockify/browser-extension zoho-desk.js. No anchor for the
 * customer's address is published, so any address that is marked beside the conversation is a guess that the rep
 * confirms. Last seen there on 2026-11-22.
 */
export const zohoDesk: HostSpec = {
  id: 'zoho-desk',
  version: '2026-11-22',
  body: '[data-id="ConversationList"], [data-id="threadContent"]',
  not: '[contenteditable]',
  views: [
    {
      path: /\/tickets\/details\/(\d+)/u,
      pane: '[data-id="subTab_$1"]',
      people: [
        {
          role: 'requester',
          at: `${MARKED},[data-title*="@"],${subject}`,
          by: 'href data-email title data-title',
          confidence: 'weak',
        },
      ],
      subject: [subject, 'text'],
    },
  ],
};
