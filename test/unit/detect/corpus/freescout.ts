import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Words = { lang: string; to: string; copy: string };
const english: Words = { lang: 'en', to: 'To', copy: 'Copy' };
const spanish: Words = { lang: 'es', to: 'Para', copy: 'Copiar' };

const thread = (id: number, kind: string, name: string, recipients: string): string =>
  `<div class="thread thread-type-${kind}" id="thread-${id}" data-thread_id="${id}"><div class="thread-message"><div class="thread-header"><div class="thread-title"><div class="thread-person"><strong><a href="/customers/${id}/edit">${name}</a></strong></div><div class="thread-recipients">${recipients}</div></div></div><div class="thread-body">${TRAPS}</div></div></div>`;

type Customer = { name: string; addresses: readonly string[] };

const snippet = ({ name, addresses }: Customer, { copy }: Words): string =>
  `<div class="conv-customer-block conv-sidebar-block"><div class="customer-snippet"><div class="customer-photo-container"><img src="/p.png" alt="" class="customer-photo"></div><div class="customer-data">${name ? `<a href="/customers/3/edit" class="customer-name">${name}</a>` : ''}
<ul class="customer-contacts customer-section">${addresses.map((address) => `<li class="customer-email"><a href="#" class="contact-main" data-toggle="tooltip" title="${copy}">${address}</a></li>`).join('')}<li class="customer-phone"><a href="tel:+341">+341</a></li></ul>
<div class="customer-extra"><div class="customer-section"><i>Boss is row6@trap.example</i></div></div></div></div></div>
<div class="conv-sidebar-block"><ul class="sidebar-block-list"><li><a href="/conversation/9" title="row3@trap.example">Earlier</a></li></ul></div>`;

const page = (
  name: string,
  path: string,
  words: Words,
  body: string,
  truth: Truth,
  attributes = '',
): CorpusPage => ({
  name: `freescout-${name}`,
  url: `https://help.shop.example/${path}`,
  html: `<!doctype html><html lang="${words.lang}"><head><meta charset="utf-8"><meta name="csrf-token" content="x"><title>#12 Order - FreeScout</title><link rel="stylesheet" href="/css/builds/1.css"></head><body class="body-conv" ${attributes} data-auth_user_id="1">
<div id="app"><nav class="navbar"><ul class="web-notifications-list"><li>row1@trap.example answered</li></ul><span class="nav-user">Rita</span></nav>${body}</div></body></html>`,
  truth,
});

const conversation = (customer: Customer, words: Words, subject: string, threads: string): string =>
  `<div id="conv-layout"><div id="conv-layout-header"><div id="conv-subject"><div class="conv-subjwrap"><div class="conv-subjtext">${subject}</div></div><div class="conv-block conv-reply-block hidden"><form class="form-reply"><select name="to"><option value="row4@trap.example">Other &lt;row4@trap.example&gt;</option></select><input id="cc" name="cc" value="row5@trap.example"></form></div></div></div>
<div id="conv-layout-customer">${snippet(customer, words)}</div><div id="conv-layout-main">${threads}</div></div>`;

const maria: Customer = { name: 'Maria Jensen', addresses: ['maria@cafe.example', 'row7@trap.example'] };

export const freescout: Corpus = {
  host: 'freescout',
  seen: '2026-11-22',
  pages: [
    page(
      'agent-answered-last',
      'conversation/120?folder_id=4',
      english,
      conversation(
        maria,
        english,
        'Where is my order?',
        thread(
          3,
          'message',
          'Rita',
          '<div><strong>To:</strong> maria@cafe.example</div><div><strong>Cc:</strong> lukas@brot.example</div>',
        ) +
          thread(2, 'note', 'Kim', '') +
          thread(1, 'customer', 'Maria Jensen', ''),
      ),
      { who: 'one maria@cafe.example Maria Jensen', conversation: '120', subject: 'Where is my order?' },
      'data-conversation_id="120"',
    ),
    page(
      'name-that-claims',
      'conversation/121',
      spanish,
      conversation(
        { name: 'bob@bank.example', addresses: ['x91@throwaway.example'] },
        spanish,
        'Factura',
        thread(1, 'customer', 'bob@bank.example', '<div><strong>Para:</strong> support@shop.example</div>'),
      ),
      { who: 'one x91@throwaway.example bob@bank.example', conversation: '121' },
      'data-conversation_id="121"',
    ),
    page(
      'customer-without-a-name',
      'sub/conversation/122',
      spanish,
      conversation(
        { name: '', addresses: ['lukas@brot.example'] },
        spanish,
        'Pedido',
        thread(1, 'customer', 'lukas', ''),
      ),
      { who: 'one lukas@brot.example' },
      'data-conversation_id="122"',
    ),
    page(
      'mailbox',
      'mailbox/1/2',
      english,
      '<table class="table-conversations"><tr class="conv-row"><td class="conv-customer"><a href="/conversation/9" title="row2@trap.example">Row Two</a></td></tr></table>',
      { who: 'none no-conversation' },
    ),
  ],
};
