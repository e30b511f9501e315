import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Who = readonly [name: string, address: string];
type Message = { from: Who; to: readonly Who[]; open?: boolean };

const item = ([name, address]: Who, test: string): string =>
  `<span class="inline-flex message-recipient-item" role="button" tabindex="0" aria-label="More details about &quot;${name} &lt;${address}&gt;&quot;" title="${address}" data-testid="${test}"><span><bdi class="message-recipient-item-label" data-testid="recipient-label">${name}</bdi><span class="message-recipient-item-address" data-testid="recipient-address">&lt;${address}&gt;</span></span></span>`;
const messageOf = ({ from, to, open = true }: Message, n: number): string =>
  `<article class="message-container ${open ? 'is-opened' : ''}" data-testid="message-view-${n}" tabindex="0" data-message-id="m${n}" data-shortcut-target="message-container" data-expanded="${open}">${
    open
      ? `<div class="message-header message-header-expanded is-inbound" data-testid="message-header-expanded:${n}"><div class="message-header-from-container">${item(from, 'recipients:sender')}</div>
<div data-testid="message-header:to"><span data-testid="recipients:partial-recipients-list">${to.map((one) => item(one, `recipients:item-${one[1]}`)).join('')}</span></div></div>
<div class="message-content" data-testid="message-content:body">${TRAPS}</div>`
      : `<div class="message-header message-header-collapsed" data-testid="message-header-collapsed:${n}">${item(from, `recipient:details-dropdown-${from[1]}`)}</div>`
  }</article>`;
const thread = (messages: readonly Message[]): string =>
  `<section><h1 data-testid="conversation-header:subject" title="Where is my order?">Where is my order?</h1>${messages.map(messageOf).join('')}</section>`;

const composer = (to: readonly Who[]): string =>
  `<div class="composer"><div class="composer-to-editor">${to.map(([name, address]) => `<div class="composer-addresses-item"><span class="composer-addresses-item-label">${name}</span><button data-testid="remove-address-button-${address}">x</button></div>`).join('')}<input data-testid="composer:to"></div><div class="composer-content"><div contenteditable="true">${TRAPS}</div></div></div>`;

const list = `<div data-shortcut-target="item-container" data-element-id="e1"><span data-testid="message-column:sender-address" title="row1@trap.example">Row</span></div>
<div data-shortcut-target="item-container" data-element-id="e2"><span data-testid="message-column:sender-address" title="row2@trap.example">Row</span></div>`;
const open = 'https://mail.proton.me/u/0/inbox/Qx17abcdefabcdef==';
const page = (name: string, main: string, truth: Truth, url = open, lang = 'en', after = ''): CorpusPage => ({
  name: `proton-${name}`,
  url,
  html: `<!doctype html><html lang="${lang}"><head><title>(1) Inbox | rita@shop.example | Proton Mail</title></head><body><div class="app-root"><aside>${list}</aside><main>${main}</main></div>${after}</body></html>`,
  truth,
});

const maria: Who = ['Maria Jensen', 'maria@cafe.example'];
const lukas: Who = ['Lukas', 'lukas@brot.example'];
const rita: Who = ['Rita', 'rita@shop.example'];
const toMaria = { who: 'one maria@cafe.example Maria Jensen' };

export const proton: Corpus = {
  host: 'proton',
  seen: '2026-11-22',
  pages: [
    page('one-message', thread([{ from: maria, to: [rita] }]), {
      ...toMaria,
      conversation: 'Qx17abcdefabcdef==',
      subject: 'Where is my order?',
      self: ['rita@shop.example'],
    }),
    page(
      'thread-french',
      thread([
        { from: lukas, to: [rita], open: false },
        { from: lukas, to: [rita] },
        { from: maria, to: [rita, lukas] },
      ]),
      toMaria,
      open,
      'fr',
    ),
    page(
      'own-answer',
      thread([
        { from: maria, to: [rita], open: false },
        { from: rita, to: [maria] },
      ]),
      toMaria,
      'https://mail.proton.me/u/1/sent/Qx17abcdefabcdef==/m2',
    ),
    page('lying-name', thread([{ from: ['support@shop.example', 'x91@throwaway.example'], to: [rita] }]), {
      who: 'one x91@throwaway.example support@shop.example',
    }),
    page('machine', thread([{ from: ['Parcels', 'no-reply@parcels.example'], to: [rita] }]), {
      who: 'none nobody-outside',
    }),
    page(
      'list',
      '<p>Nothing is open</p>',
      { who: 'none no-conversation' },
      'https://mail.proton.me/u/0/inbox',
    ),
    page(
      'composer-over-a-thread',
      thread([{ from: maria, to: [rita] }]),
      toMaria,
      open,
      'de',
      composer([['Row', 'row3@trap.example']]),
    ),
    page(
      'composer',
      '<p>Nothing is open</p>',
      toMaria,
      'https://mail.proton.me/u/0/inbox',
      'en',
      composer([maria]),
    ),
  ],
};
