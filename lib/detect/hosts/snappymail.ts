import type { HostSpec } from '../define-host.ts';

const row = (role: 'sender' | 'reply-to' | 'recipient' | 'participant', name: string) => ({
  role,
  at: `td[data-i18n="GLOBAL/${name}"] + td:last-child`,
  by: 'list',
});

/**
 * SnappyMail 2 (the-djmaze/snappymail: templates/Views/User/{MailMessageView,MailMessageList}.html, dev/Model/{Message,
 * Email}.js; last seen on 2026-11-22). The table of all headers is there whether it is unfolded or not, and only while a message is open.
 */
export const snappymail: HostSpec = {
  id: 'snappymail',
  version: '2026-11-22',
  body: '.bodyText',
  // Rows of what the message does not have.
  not: 'tr[style*="none"]',
  self: [['.accountPlace', 'text']],
  views: [
    {
      when: '.informationFull',
      people: [
        row('sender', 'FROM'),
        row('reply-to', 'REPLY_TO'),
        row('recipient', 'TO'),
        row('participant', 'CC'),
      ],
      subject: ['.messageItemHeader .subject', 'text'],
      // Folder and number of the message are in the link to its source.
      id: ['.b-message [href*="ViewAsPlain"]', 'href'],
    },
  ],
};
