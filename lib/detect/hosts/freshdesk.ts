import type { HostSpec } from '../define-host.ts';

/**
 * Freshdesk. The requester's address stands in the contact details beside the ticket, `requester-info-contact-email`
 * (bubbleupdotnet/freshdesk add_info_links.user.js and two more published scripts), under the name in
 * `widget-requestor-info`. Subject: toggl/track-extension freshdesk.js. Texts: `ticket-details__item__content`,
 * `#ticket_original_request` (published scripts). Last seen there on 2026-11-22. Nothing tells the rep's own address.
 */
export const freshdesk: HostSpec = {
  id: 'freshdesk',
  version: '2026-11-22',
  body: '.ticket-details__item__content, #ticket_original_request',
  views: [
    {
      path: /^\/a\/tickets\/(\d+)/u,
      people: [
        {
          role: 'requester',
          at: '[data-test-id="requester-info-contact-email"] *',
          by: 'bare',
          name: '.widget-requestor-info',
        },
      ],
      subject: ['.ticket-subject-heading', 'text'],
    },
  ],
};
