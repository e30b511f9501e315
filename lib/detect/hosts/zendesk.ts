import type { HostSpec } from '../define-host.ts';

/**
 * Zendesk's Agent Workspace. Every open ticket has a pane of its own below `#main_panes`, told apart by
 * `data-side-conversations-anchor-id` (toggl/track-extension zendesk.js, holatuwol/liferay-zendesk-userscript). The messages tell
 * names only; the requester's address stands in the customer's details, `attribute-email-display`, once the rep opens them
 * (two published extensions, without a repository's name; the requester's field, `omni-log-container` and
 * `omni-header-subject` are in many). Last seen there on 2026-11-22. Nothing tells the rep's own address.
 */
export const zendesk: HostSpec = {
  id: 'zendesk',
  version: '2026-11-22',
  body: '[data-test-id="omni-log-container"], article',
  views: [
    {
      path: /^\/agent\/tickets\/(\d+)/u,
      pane: '#main_panes > :has([data-side-conversations-anchor-id="$1"])',
      people: [
        {
          role: 'requester',
          at: '[data-test-id="attribute-email-display"] *',
          by: 'bare',
          name: '[data-test-id="ticket-system-field-requester-select"]',
        },
      ],
      subject: ['[data-test-id="omni-header-subject"]', 'value'],
    },
  ],
};
