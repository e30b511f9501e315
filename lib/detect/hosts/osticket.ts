import type { HostSpec } from '../define-host.ts';

/**
 * osTicket 1.12 to 1.18, staff panel (osTicket/osTicket: include/staff/{header,ticket-view}.inc.php and
 * templates/thread-entry.tmpl.php; last seen on 2026-11-22). Dialogs show other users under ids of the same form.
 */
export const osticket: HostSpec = {
  id: 'osticket',
  version: '2026-11-22',
  body: '.thread-body',
  self: [['#from_email_id option', 'text']],
  views: [
    {
      path: /\/tickets\.php.*?[?&]id=(\d+)/u,
      people: [
        {
          role: 'requester',
          at: '.ticket_info [id^="user-"][id$="-email"]',
          by: 'bare',
          name: '.ticket_info [id^="user-"][id$="-name"]',
        },
      ],
      subject: ['.tixTitle', 'text'],
    },
  ],
};
