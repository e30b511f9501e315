import type { HostSpec } from '../define-host.ts';
import { MARKED } from '../dom.ts';

const title = '[data-inbox-conversation-header-title]';

/**
 * Intercom. No anchor for the customer's address is published, so any address that is marked beside the conversation is
 * a guess that the rep confirms. The stream of messages: `conversation-stream-scroll-container`, before
 * `data-conversation-stream` (published extensions of 2025 and 2026); cards of other conversations: toggl/track-extension
 * intercom.js; the heading: clockify/browser-extension intercom.js. Last seen there on 2026-11-22.
 */
export const intercom: HostSpec = {
  id: 'intercom',
  version: '2026-11-22',
  body: '[data-testid="conversation-stream-scroll-container"], [data-conversation-stream]',
  not: 'nav, [data-intercom-target="conversation-card-header"], [contenteditable]',
  views: [
    {
      path: /\/conversations?\/(\d+)/u,
      people: [{ role: 'requester', at: `${MARKED},${title}`, confidence: 'weak' }],
      subject: [title, 'text'],
    },
  ],
};
