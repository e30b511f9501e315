import type { HostSpec } from '../define-host.ts';

const contact = (name: string): string => `td.header.${name} .rcmContactAddress`;
/** Print, and addresses that Roundcube itself calls invalid, are text only. */
const bare = (name: string): string => `td.header.${name} .adr`;
const row = (role: 'sender' | 'reply-to' | 'recipient' | 'participant', name: string) => [
  // With "show addresses" on, the title is missing and the text is `Name <address>`.
  { role, at: contact(name), by: 'title href text' },
  { role, at: bare(name), by: 'text' },
];

/**
 * Roundcube 1.4 to 1.6 (program/actions/mail/{index,show}.php, templates of classic, larry and elastic; seen in 1.6.5
 * on 2026-11-22), whatever its address. In three panes the message is a document of its own, a frame that navigates; the
 * list around it shows other people, so that frame only tells who the rep is. An attachment shown on its own
 * (`_action=get`) is a document that a stranger wrote: nothing is read there.
 */
export const roundcube: HostSpec = {
  id: 'roundcube',
  version: '2026-11-22',
  // Plug-ins add to #message-objects what they find in the body.
  body: '#messagebody, #messagepart, #message-objects, #attachment-list',
  // Larry's preview has a short row whose `from` cell holds the recipient in Sent.
  not: '#preview-shortheaders',
  self: [
    // The page's settings are JSON: a quote inside a value is escaped and cannot make a key of its own.
    ['script:not([src])', 'text', /rcmail\.set_env\(\{(?:.*,)?"username":"([^"\\]+)"/u],
    ['select#_from option', 'text'],
  ],
  views: [
    {
      path: /^(?=.*[?&]_action=(?:show|preview|print))(?=.*[?&]_mbox=([^&#]+))(?=.*[?&]_uid=([^&#]+))/u,
      people: [
        ...row('sender', 'from'),
        ...row('reply-to', 'replyto'),
        ...row('reply-to', 'mail-reply-to'),
        ...row('recipient', 'to'),
        ...row('participant', 'cc'),
        ...row('participant', 'bcc'),
      ],
      subject: ['td.header.subject, h2.subject, h3.subject', 'text'],
    },
    {
      path: /^(?=.*[?&]_action=(compose))(?:.*[?&]_id=([^&#]*))?/u,
      people: [{ role: 'recipient', at: 'textarea#_to', by: 'value' }],
      // Elastic shows each recipient as a chip beside the field.
      near: ':has(> textarea#_to)',
      writing: true,
    },
  ],
};
