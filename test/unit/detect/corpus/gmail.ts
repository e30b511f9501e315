import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Message = { from: [string, string]; to: [string, string][]; open: boolean };
const person = (css: string, [name, address]: [string, string]): string =>
  `<span class="${css}" email="${address}" name="${name}" data-hovercard-id="${address}" translate="no">${name}</span>`;

const messageOf = ({ from, to, open }: Message, n: number): string =>
  open
    ? `<div class="kv h7" role="listitem" aria-expanded="true"><div class="adn ads" data-message-id="#msg-f:${n}" data-legacy-message-id="a${n}">
<div class="gs"><div class="gE iv gt"><table><tr><td class="gF gK"><h3 class="iw">${person('gD', from)}<span class="go">&lt;${from[1]}&gt;</span></h3></td></tr>
<tr><td><span class="hb">to ${to.map((one) => person('g2', one)).join(', ')}</span></td></tr></table></div>
<div class="ii gt"><div class="a3s aiL">${TRAPS}</div></div></div></div></div>`
    : `<div class="kv" role="listitem" aria-expanded="false"><div class="adf ads"><table><tr><td class="gF">${person('gD', from)}</td><td>Hello</td></tr></table></div></div>`;

/** The conversation view; `around` is what else the page shows in this layout. */
const thread = (name: string, messages: Message[], truth: Truth, around = '', locale = 'en'): CorpusPage => ({
  name: `gmail-${name}`,
  url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQ',
  html: `<!doctype html><html lang="${locale}"><head><title>Where is my order? - support@shop.example - Gmail</title></head><body>
<a aria-label="Google Account: Rita (support@shop.example)" href="https://accounts.google.com/">R</a>${around}
<div role="main"><h2 class="hP" data-thread-perm-id="thread-f:17" data-legacy-thread-id="a0">Where is my order?</h2>
<div role="list">${messages.map(messageOf).join('')}</div></div></body></html>`,
  truth,
});

const maria: [string, string] = ['Maria Jensen', 'maria@cafe.example'];
const lukas: [string, string] = ['Lukas', 'lukas@brot.example'];
const shop: [string, string] = ['Shop', 'support@shop.example'];

const list = `<div gh="tl"><table><tr class="zA"><td><span email="row1@trap.example" name="Row">Row</span></td></tr></table></div>`;

export const gmail: Corpus = {
  host: 'gmail',
  seen: '2026-11-22',
  pages: [
    thread('one-message', [{ from: maria, to: [shop], open: true }], {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: 'thread-f:17',
      subject: 'Where is my order?',
      self: ['support@shop.example'],
    }),
    thread(
      'last-of-a-thread-is-open',
      [
        { from: lukas, to: [shop], open: false },
        { from: shop, to: [lukas], open: false },
        { from: maria, to: [shop, lukas], open: true },
      ],
      { who: 'one maria@cafe.example Maria Jensen' },
      list,
    ),
    thread(
      'own-answer-is-open',
      [
        { from: lukas, to: [shop], open: false },
        { from: shop, to: [maria], open: true },
      ],
      { who: 'one maria@cafe.example Maria Jensen' },
    ),
  ],
};
