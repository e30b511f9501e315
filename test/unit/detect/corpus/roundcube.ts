import type { Corpus } from './corpus.ts';
import { file } from './file.ts';

export const roundcube: Corpus = {
  host: 'roundcube',
  seen: '2026-11-22',
  pages: [
    file(
      'roundcube-elastic-message',
      'https://mail.shop.example/?_task=mail&_uid=5&_mbox=INBOX&_framed=1&_action=preview',
      {
        who: 'one maria@cafe.example Maria Jensen',
        conversation: 'INBOX/5',
        subject: 'Where is my order?',
        self: ['support@shop.example'],
      },
    ),
    file(
      'roundcube-larry-sent-preview',
      'https://mail.shop.example/?_task=mail&_uid=6&_mbox=Sent&_framed=1&_action=preview',
      {
        who: 'one maria@cafe.example Maria Jensen',
        conversation: 'Sent/6',
        subject: 'Re: Where is my order?',
      },
    ),
    file(
      'roundcube-classic-message',
      'https://mail.shop.example/?_task=mail&_uid=7&_mbox=INBOX&_action=show',
      { who: 'one priya@spice.example Priya Nair', subject: 'Contact form: grinders' },
    ),
    file('roundcube-print', 'https://mail.shop.example/?_task=mail&_uid=8&_mbox=INBOX&_action=print', {
      who: 'one mallory@evil.example support@shop.example',
    }),
    file('roundcube-list', 'https://mail.shop.example/?_task=mail&_mbox=INBOX', {
      who: 'none no-conversation',
    }),
    file('roundcube-compose', 'https://mail.shop.example/?_task=mail&_action=compose&_id=99', {
      who: 'one jose@sari.example Cruz, José',
      conversation: 'compose/99',
      self: ['support@shop.example', 'rita@shop.example'],
    }),
    file(
      'roundcube-attachment',
      'https://mail.shop.example/?_task=mail&_uid=9&_mbox=INBOX&_part=2&_action=get',
      { who: 'none no-conversation' },
    ),
  ],
};
