import type { HostSpec } from '../define-host.ts';

/**
 * iCloud Mail: a frame of icloud.com, in which the text of a mail is a frame of another name. Anchors, as published on
 * 2026-11-22: `.contact-token` in `.thread-detail-pane` (MultiPage icloud-mail.js), `mail2-message` (MaxAI, mail monitors). Its
 * classes say nothing of who is who, and mostly only names are shown: whoever stands there is asked about.
 */
export const icloud: HostSpec = {
  id: 'icloud',
  version: '2026-11-22',
  body: 'iframe, .mail-message-defaults',
  views: [
    {
      when: '.thread-detail-pane .contact-token',
      people: [
        { role: 'sender', at: '.thread-detail-pane .contact-token', by: 'title text', confidence: 'weak' },
      ],
    },
  ],
};
