import type { HostSpec } from '../define-host.ts';
import { MARKED } from '../dom.ts';

const subject = '[aria-label="Conversation Subject"]';

/**
 * Help Scout. No anchor for the customer's address is published, so any address that is marked beside the thread is
 * a guess that the rep confirms. The thread is `ThreadContainer` (a published extension), before `#tkContent`
 * (Maxr1998/userscripts helpscout_click_to_copy.user.js); the subject and the address of a conversation are in
 * clockify/browser-extension helpscout.js. Last seen there on 2026-11-22.
 */
export const helpScout: HostSpec = {
  id: 'help-scout',
  version: '2026-11-22',
  body: '[data-testid="ThreadContainer"], #tkContent',
  not: 'nav, header, [contenteditable]',
  views: [
    {
      path: /^\/conversation\/(\d+)/u,
      people: [{ role: 'requester', at: `${MARKED},${subject}`, confidence: 'weak' }],
      subject: [subject, 'text'],
    },
  ],
};
