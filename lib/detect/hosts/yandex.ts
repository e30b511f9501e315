import type { HostSpec } from '../define-host.ts';

/**
 * Yandex Mail. Anchors, as published on 2026-11-22: `.qa-MessageViewer-SenderEmail`, `-SenderName` and `-Title` (test suites that
 * learners of browser testing publish), `.js-message-body` and `.react-message-wrapper__body` (mail guards), `ContactBadge_name` (IObit
 * Surfing Protection), `.user-account__subname` and `.composeYabbles` (test suites). No box of a message is known: of several
 * open ones all writers count.
 */
export const yandex: HostSpec = {
  id: 'yandex',
  version: '2026-11-22',
  body: '.js-message-body, .react-message-wrapper__body',
  editor: '.cke_editable',
  self: [['.user-account__subname', 'text']],
  views: [
    {
      when: '.qa-MessageViewer-SenderEmail',
      people: [
        {
          role: 'sender',
          at: '.qa-MessageViewer-SenderEmail',
          by: 'text',
          part: /^<?([^\s<>]+)>?$/u,
          name: '.qa-MessageViewer-SenderName',
        },
        { role: 'recipient', at: '[class*="ContactBadge_name"]', by: 'title text' },
      ],
      subject: ['.qa-MessageViewer-Title', 'text'],
    },
    {
      when: '.tst-field-to',
      people: [{ role: 'recipient', at: '.tst-field-to .composeYabbles *', by: 'title text' }],
      writing: true,
    },
  ],
};
