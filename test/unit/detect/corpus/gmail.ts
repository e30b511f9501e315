import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Who = readonly [name: string, address: string];
type Message = { from: Who; to: readonly Who[]; open: boolean };
const person = (css: string, [name, address]: Who): string =>
  `<span class="${css}" email="${address}" name="${name}" data-hovercard-id="${address}" translate="no">${name}</span>`;

/** A chip of the compose box; the From row has the same. */
const chip = ([name, address]: Who): string =>
  `<div role="option" data-name="${name}" data-hovercard-id="${address}"><span email="${address}" data-hovercard-id="${address}">${name}</span></div>`;
const compose = (to: readonly Who[]): string =>
  `<div class="aoP"><form><div class="az9" name="from">${chip(['Shop', 'rita@shop.example'])}</div>
<div name="to" class="agb">${to.map(chip).join('')}<input role="combobox"></div><input name="subjectbox" value="Re: order">
<div class="Am editable" role="textbox" contenteditable="true">${TRAPS}</div></form></div>`;

const messageOf = ({ from, to, open }: Message, n: number): string =>
  open
    ? `<div class="kv h7" role="listitem" aria-expanded="true"><div class="adn ads" data-message-id="#msg-f:${n}" data-legacy-message-id="a${n}">
<div class="gs"><div class="gE iv gt"><table><tr><td class="gF gK"><h3 class="iw">${person('gD', from)}<span class="go">&lt;${from[1]}&gt;</span></h3></td></tr>
<tr><td><span class="hb">to ${to.map((one) => person('g2', one)).join(', ')}</span></td></tr></table></div>
<div class="ii gt"><div class="a3s aiL">${TRAPS}</div></div></div></div></div>`
    : `<div class="kv" role="listitem" aria-expanded="false"><div class="adf ads"><table><tr><td class="gF">${person('gD', from)}</td><td>Hello</td></tr></table></div></div>`;

const threadOf = (messages: readonly Message[], inside = ''): string =>
  `<h2 class="hP" data-thread-perm-id="thread-f:17" data-legacy-thread-id="a0">Where is my order?</h2>
<div role="list">${messages.map(messageOf).join('')}${inside}</div>`;

const list = `<table><tr class="zA"><td><span email="row1@trap.example" name="Row">Row</span></td></tr>
<tr class="zA"><td><span email="row2@trap.example" name="Row">Row</span></td></tr></table>`;

/** What was read before stays in the page, out of sight. */
const stale = `<div style="display: none;"><div hidden>${threadOf([{ from: ['Row', 'stale@trap.example'], to: [['Row', 'row5@trap.example']], open: true }]).replace('thread-f:17', 'thread-f:3')}</div></div>`;

type Around = { before?: string; after?: string; title?: string; lang?: string; url?: string };
const page = (name: string, main: string, truth: Truth, around: Around = {}): CorpusPage => ({
  name: `gmail-${name}`,
  url: around.url ?? 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQ',
  html: `<!doctype html><html lang="${around.lang ?? 'en'}"><head><title>${around.title ?? 'Where is my order? - support@shop.example - Gmail'}</title></head><body>
<a aria-label="Google Account: Rita (rita@shop.example)" href="https://accounts.google.com/">R</a>${around.before ?? ''}
<div role="main">${main}</div>${around.after ?? ''}</body></html>`,
  truth,
});

const printed = (from: string, to: string): string =>
  `<table width="100%" class="message"><tbody><tr><td><font size="-1">${from}</font></td><td align="right"><font size="-1">Fri, Mar 21</font></td></tr>
<tr><td colspan="2"><font size="-1" class="recipient">${to}</font></td></tr>
<tr><td colspan="2"><table cellpadding="12"><tbody><tr><td><div style="overflow: hidden;"><font size="-1"><blockquote>${TRAPS}</blockquote></font></div></td></tr></tbody></table></td></tr></tbody></table>`;
const print = (name: string, lang: string, messages: string, truth: Truth): CorpusPage => ({
  name: `gmail-print-${name}`,
  url: 'https://mail.google.com/mail/u/0/?ik=7b&view=pt&search=all&permthid=thread-f:17',
  html: `<!doctype html><html lang="${lang}"><head><title>Gmail - Where is my order?</title></head><body><div class="bodycontainer">
<table><tbody><tr><td><img alt="Gmail"></td><td align="right"><font size="-1"><b>Rita &lt;rita@shop.example&gt;</b></font></td></tr></tbody></table><hr>
<div class="maincontent"><table><tbody><tr><td><font size="+1"><b>Where is my order?</b></font><br><font size="-1">2 messages</font></td></tr></tbody></table><hr>${messages}</div></div></body></html>`,
  truth,
});

const maria: Who = ['Maria Jensen', 'maria@cafe.example'];
const lukas: Who = ['Lukas', 'lukas@brot.example'];
const shop: Who = ['Shop', 'support@shop.example'];
const toMaria = { who: 'one maria@cafe.example Maria Jensen' };

export const gmail: Corpus = {
  host: 'gmail',
  seen: '2026-11-22',
  pages: [
    page('one-message', threadOf([{ from: maria, to: [shop], open: true }]), {
      ...toMaria,
      conversation: 'thread-f:17',
      subject: 'Where is my order?',
      self: ['support@shop.example'],
    }),
    page(
      'last-of-a-thread-is-open',
      threadOf([
        { from: lukas, to: [shop], open: false },
        { from: shop, to: [lukas], open: false },
        { from: maria, to: [shop, lukas], open: true },
      ]),
      toMaria,
      { before: list },
    ),
    page(
      'own-answer-is-open',
      threadOf([
        { from: lukas, to: [shop], open: false },
        { from: shop, to: [maria], open: true },
      ]),
      toMaria,
    ),
    // The pane stands inside the list's box.
    page(
      'preview-pane',
      `<div class="aia" gh="tl"><div class="aqw">${list}</div><div class="apa">${threadOf([
        { from: lukas, to: [shop], open: true },
        { from: maria, to: [shop], open: true },
      ])}</div></div>`,
      { ...toMaria, conversation: 'thread-f:17' },
      { lang: 'fa', title: 'سفارش من کجاست؟ - support@shop.example - Gmail' },
    ),
    page(
      'delegated',
      threadOf([{ from: maria, to: [['Team', 'team@brand.example']], open: true }]),
      {
        ...toMaria,
        self: ['team@brand.example'],
      },
      {
        url: 'https://mail.google.com/mail/u/0/d/AEoRXR/#inbox/FMfcgzQ',
        title: 'Where is my order? - team@brand.example - Brand Mail',
      },
    ),
    page(
      'lying-name',
      threadOf([{ from: ['support@shop.example', 'x91@throwaway.example'], to: [shop], open: true }]),
      { who: 'one x91@throwaway.example support@shop.example' },
    ),
    page('machine', threadOf([{ from: ['Parcels', 'no-reply@parcels.example'], to: [shop], open: true }]), {
      who: 'none nobody-outside',
    }),
    page(
      'inline-reply',
      threadOf(
        [{ from: maria, to: [shop], open: true }],
        `<div class="gA">${compose([['Row', 'row3@trap.example']])}</div>`,
      ),
      toMaria,
    ),
    page(
      'list',
      list,
      { who: 'none no-conversation', self: ['support@shop.example'] },
      {
        url: 'https://mail.google.com/mail/u/0/#inbox',
        title: 'Posteingang (3) - support@shop.example - Gmail',
        lang: 'de',
        after: stale,
      },
    ),
    page(
      'stale-thread-behind',
      threadOf([{ from: maria, to: [shop], open: true }]),
      { ...toMaria, conversation: 'thread-f:17' },
      {
        before: stale,
      },
    ),
    page('compose-popup', list, toMaria, {
      url: 'https://mail.google.com/mail/u/0/#inbox?compose=new',
      title: 'กล่องจดหมาย - support@shop.example - Gmail',
      lang: 'th',
      after: `<div role="dialog" class="nH Hd">${compose([maria])}</div>`,
    }),
    page(
      'compose-popup-empty',
      list,
      { who: 'none no-conversation', named: '[name="to"]' },
      {
        after: `<div role="dialog" class="nH Hd">${compose([])}</div>`,
      },
    ),
    print(
      'thread',
      'en',
      printed('<b>Lukas</b> &lt;lukas@brot.example&gt;', '<div>To: Shop &lt;support@shop.example&gt;</div>') +
        printed('<b>Maria Jensen</b> &lt;maria@cafe.example&gt;', '<div>To: support@shop.example</div>'),
      { ...toMaria, subject: 'Where is my order?', self: ['rita@shop.example'] },
    ),
    print(
      'own-mail',
      'de',
      printed(
        '<b>Shop</b> &lt;support@shop.example&gt;',
        '<div>An: Maria Jensen &lt;maria@cafe.example&gt;</div>',
      ),
      toMaria,
    ),
    print(
      'contact-form',
      'en',
      printed(
        '<b>Form</b> &lt;rita@shop.example&gt;',
        '<div class="replyto">Reply-To: Maria Jensen &lt;maria@cafe.example&gt;</div><div>To: Rita &lt;rita@shop.example&gt;</div>',
      ),
      toMaria,
    ),
  ],
};
