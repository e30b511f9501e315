import type { HostSpec } from '../define-host.ts';

const email = '="contact-chicklet-email"]';

/**
 * HubSpot's tickets, inbox and help desk. The people are the contacts on the card beside the ticket, `contact-chicklet-email`
 * under `contact-chicklet-title-link` (four published extensions; the latter in clockify/browser-extension hubspot.js),
 * not those in the preview of another record. Texts: `middle-pane` of a ticket (a published extension) and the inbox's
 * `InboxThreadOverview` (Clockify); none is published for the help desk, so there a contact is a guess. Address of a page:
 * StephenShawBepoz/browserscripts status-prompt.user.js. Last seen there on 2026-11-22.
 */
export const hubspot: HostSpec = {
  id: 'hubspot',
  version: '2026-11-22',
  body: '[data-test-id="middle-pane"], [class*="InboxThreadOverview"]',
  not: '[data-crm-location*="PREVIEW"]',
  views: [
    {
      path: /\/(?:ticket|record\/0-5|inbox)\/(\d+)/u,
      people: [
        {
          role: 'requester',
          at: `a[data-test-id${email}, a[data-selenium-test${email}, [data-selenium-test${email} a`,
          by: 'href bare',
          name: '[data-selenium-test="contact-chicklet-title-link"]',
          // The card of another record's preview looks alike, and one anchor alone tells the two apart.
          confidence: 'weak',
        },
      ],
      subject: ['[data-selenium-test="highlightTitle"]', 'text'],
    },
  ],
};
