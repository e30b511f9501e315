import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Who = readonly [name: string, address: string];
type Message = { from: Who; to: readonly Who[]; open?: boolean; modern?: boolean };
const pill = ([name, address]: Who): string =>
  `<span data-test-id="email-pill"><span><span>${name} &lt;${address}&gt;</span></span></span>`;

/** `modern`: the header of 2026, where the address stands only in the picture's address. */
const headerOf = ({ from, to, modern }: Message): string =>
  modern
    ? `<div data-test-id="message-header"><img alt="" src="https://mail.yahoo.com/alphatar/endpoints/smtp:${from[1]}/photo?size=40"><button data-test-id="with-contact-card-anchor">${from[0]}</button><div data-test-id="message-recipients"><span>To:</span>${to.map(([name, address]) => `<span title="${address}">${name}</span>`).join('')}</div></div>`
    : `<header><div data-test-id="message-from">${pill(from)}</div><div data-test-id="message-to">${to.map(pill).join('')}</div></header>`;
const messageOf = (message: Message, n: number): string =>
  message.open === false
    ? `<li data-test-id="message-view" data-test-expanded="false"><span>${message.from[0]}</span><span>Hello</span></li>`
    : `<li data-test-id="message-view" id="m${n}">${headerOf(message)}<div data-test-id="message-view-body"><div class="msg-body" data-test-id="message-view-body-content">${TRAPS}</div></div></li>`;

const thread = (messages: readonly Message[], after = ''): string =>
  `<div data-test-id="message-group-view"><span data-test-id="message-group-subject-text">Where is my order?</span><ul data-test-id="message-group-view-scroller">${messages.map(messageOf).join('')}</ul>${after}</div>`;

const list = `<ul aria-label="Message list"><li><a data-test-id="message-list-item" href="/d/folders/1/messages/1"><span data-test-id="senders" title="row1@trap.example">Row</span></a></li>
<li><a data-test-id="message-list-item" href="/d/folders/1/messages/2"><span title="row2@trap.example">Row</span></a></li></ul>`;
const compose = (to: readonly Who[]): string =>
  `<div class="compose-header"><div data-test-id="container-to">${to.map(([name, address]) => `<div data-test-id="pill" title="${address}">${name}</div>`).join('')}<input id="message-to-field"></div></div><div data-test-id="rte" contenteditable="true">${TRAPS}</div>`;

const page = (
  name: string,
  main: string,
  truth: Truth,
  url = 'https://mail.yahoo.com/d/folders/1/messages/77',
  lang = 'en',
): CorpusPage => ({
  name: `yahoo-${name}`,
  url,
  html: `<!doctype html><html lang="${lang}"><head><title>(2 unread) - rita@shop.example - Yahoo Mail</title></head><body><div id="app"><nav>${list}</nav><div role="main">${main}</div></div></body></html>`,
  truth,
});

const maria: Who = ['Maria Jensen', 'maria@cafe.example'];
const lukas: Who = ['Lukas', 'lukas@brot.example'];
const rita: Who = ['Rita', 'rita@shop.example'];
const toMaria = { who: 'one maria@cafe.example Maria Jensen' };

export const yahoo: Corpus = {
  host: 'yahoo',
  seen: '2026-11-22',
  pages: [
    page('one-message', thread([{ from: maria, to: [rita] }]), {
      ...toMaria,
      subject: 'Where is my order?',
      self: ['rita@shop.example'],
    }),
    page(
      'thread',
      thread([
        { from: lukas, to: [rita] },
        { from: rita, to: [lukas], open: false },
        { from: maria, to: [rita, lukas] },
      ]),
      toMaria,
    ),
    page('header-of-2026', thread([{ from: maria, to: [rita], modern: true }]), toMaria),
    page(
      'own-answer-turkish',
      thread([
        { from: maria, to: [rita], open: false },
        { from: rita, to: [maria] },
      ]),
      toMaria,
      'https://mail.yahoo.com/d/folders/2/messages/78',
      'tr',
    ),
    page(
      'aol',
      thread([{ from: maria, to: [rita] }]),
      toMaria,
      'https://mail.aol.com/d/folders/1/messages/77',
      'de',
    ),
    page('lying-name', thread([{ from: ['support@shop.example', 'x91@throwaway.example'], to: [rita] }]), {
      who: 'one x91@throwaway.example support@shop.example',
    }),
    page('machine', thread([{ from: ['Parcels', 'no-reply@parcels.example'], to: [rita] }]), {
      who: 'none nobody-outside',
    }),
    page(
      'list',
      '<div>Nothing is open</div>',
      { who: 'none no-conversation' },
      'https://mail.yahoo.com/d/folders/1',
    ),
    page(
      'inline-reply',
      thread([{ from: maria, to: [rita] }], compose([['Row', 'row3@trap.example']])),
      toMaria,
    ),
    page('compose', compose([maria]), toMaria, 'https://mail.yahoo.com/d/compose/123'),
  ],
};
