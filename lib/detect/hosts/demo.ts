import type { HostSpec } from '../define-host.ts';

const header = 'article[data-conversation] > header';

/** The inbox that the server shows at /demo (server/demo; its markup is ours, of 2026-11-21). */
export const demo: HostSpec = {
  id: 'demo',
  version: '2026-11-21',
  body: '.body',
  self: [['body > main', 'data-self']],
  views: [
    {
      path: /^\/demo(?:\/|$|#|\?)/u,
      when: 'article[data-conversation]',
      message: 'article[data-conversation]',
      people: [
        { role: 'sender', at: `${header} a.from`, by: 'data-address' },
        { role: 'reply-to', at: `${header} a.reply-to`, by: 'data-address' },
        { role: 'recipient', at: `${header} a.to`, by: 'data-address' },
        { role: 'participant', at: `${header} a.cc`, by: 'data-address' },
      ],
      subject: [`${header} .subject`, 'text'],
      id: ['article[data-conversation]', 'data-conversation'],
    },
  ],
};
