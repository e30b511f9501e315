import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Mailbox = readonly [name: string, address: string];
type Words = { lang: string; from: string; to: string; cc: string; subject: string };
const english: Words = { lang: 'en', from: 'From', to: 'To', cc: 'Cc', subject: 'Where is my order?' };
const german: Words = {
  lang: 'de',
  from: 'Von',
  to: 'An',
  cc: 'Kopie',
  subject: 'Wo bleibt meine Lieferung?',
};

/** A button that opens a menu: the address is its text when there is no name. */
const chip = ([name, address]: Mailbox): string =>
  name
    ? `<a class="horde-button address" title="${address}">${name}</a>`
    : `<a class="horde-button address">${address}</a>`;

const row = (id: string, css: string, label: string, boxes: readonly Mailbox[], style = ''): string =>
  `<tr id="msgHeader${id}"${style}><td class="label">${label}:</td><td class="${css} allowTextSelection">${boxes.map(chip).join('')}</td></tr>`;

const list = `<div id="msgSplitPane"><div class="vpRow" id="VProw_1"><div class="msgFrom sep" title="row1@trap.example">Row One</div><div class="msgSubject">Hello</div></div>
<div class="vpRow vpRowSelected" id="VProw_2"><div class="msgFrom sep">Row Two &lt;row2@trap.example&gt;</div><div class="msgSubject">Order</div></div></div>`;

type Message = { from: Mailbox; to: readonly Mailbox[]; words: Words };

/** What the preview shows; the recipients of an earlier message lie hidden there. */
const preview = ({ from, to, words }: Message, folded: boolean): string =>
  `<div id="previewPane"><div id="previewInfo" style="display:none"></div><div id="previewMsg"><div class="msgHeaders">
<div id="msgHeadersColl"${folded ? '' : ' style="display:none"'}><ul><li><span class="subject allowTextSelection">${words.subject}</span> ${words.from} <span class="from">${chip(from)}</span></li></ul></div>
<div id="msgHeaders"${folded ? ' style="display:none"' : ''}><div><span class="subject allowTextSelection">${words.subject}</span></div>
<table><thead>${row('From', 'from', words.from, [from])}${row('To', 'to', words.to, to)}${row('Cc', 'cc', words.cc, [['Old', 'row3@trap.example']], ' style="display:none"')}</thead></table></div></div>
<div id="messageBody" class="messageBody allowTextSelection">${TRAPS}</div></div></div>`;

const nothing = `<div id="previewPane"><div id="previewMsg" style="display:none"><div class="msgHeaders"><div id="msgHeaders" style="display:none"><table><thead>${row('From', 'from', 'From', [])}</thead></table></div></div><div id="messageBody" class="messageBody"></div></div></div>`;

const page = (name: string, hash: string, lang: string, pane: string, truth: Truth): CorpusPage => ({
  name: `horde-${name}`,
  url: `https://mail.shop.example/horde/imp/dynamic.php?page=mailbox#${hash}`,
  html: `<!doctype html><html lang="${lang}"><head><title>Mail :: INBOX</title><script src="/horde/static/1a2b.js"></script></head><body class="horde-ajax">
<div id="horde-head"><div id="horde-navigation"><a class="horde-mainnavi">Mail</a></div></div>
<div id="horde-body"><div id="horde-page"><div id="dimpmain"><div id="dimpmain_folder">${list}${pane}</div></div></div></div></body></html>`,
  truth,
});

/** A message in a window of its own, of version 7. */
const popup = (name: string, { from, to, words }: Message, truth: Truth): CorpusPage => ({
  name: `horde-${name}`,
  url: 'https://mail.shop.example/imp/dynamic.php?page=message&buid=31&mailbox=SU5CT1g',
  html: `<!doctype html><html lang="${words.lang}"><head><title>${words.subject}</title></head><body class="horde-ajax"><div id="impLoading" style="display:none">…</div>
<div id="msgData"><div class="msgfullread"><div class="msgHeaders"><div id="msgHeaders"><div><div class="subject allowTextSelection">${words.subject}</div>
<table id="msgHeadersTable">${row('From', '', words.from, [from])}${row('To', '', words.to, to)}<tr id="msgHeaderBcc" style="display:none"><td class="label">Bcc:</td><td class="allowTextSelection"></td></tr></table></div></div></div>
<div id="messageBody" class="messageBody allowTextSelection">${TRAPS}</div></div></div></body></html>`,
  truth,
});

const maria: Mailbox = ['Maria Jensen', 'maria@cafe.example'];
const shop: Mailbox = ['Shop', 'support@shop.example'];

export const horde: Corpus = {
  host: 'horde',
  seen: '2026-11-22',
  pages: [
    page(
      'preview-folded',
      'msg:SU5CT1g;12',
      'en',
      preview({ from: maria, to: [shop], words: english }, true),
      {
        who: 'one maria@cafe.example Maria Jensen',
        conversation: '/horde/imp/dynamic.php?page=mailbox#msg:SU5CT1g;12',
        subject: 'Where is my order?',
      },
    ),
    page(
      'preview-unfolded-name-that-claims',
      'msg:SU5CT1g;13',
      'de',
      preview({ from: ['Bob (bob@bank.example)', 'x91@wegwerf.example'], to: [shop], words: german }, false),
      { who: 'one x91@wegwerf.example Bob (bob@bank.example)', subject: 'Wo bleibt meine Lieferung?' },
    ),
    page(
      'own-sent-mail',
      'msg:U2VudA;4',
      'en',
      preview({ from: shop, to: [['', 'lukas@brot.example']], words: english }, false),
      { who: 'one lukas@brot.example' },
    ),
    popup(
      'window',
      { from: maria, to: [shop], words: german },
      {
        who: 'one maria@cafe.example Maria Jensen',
      },
    ),
    page('list-only', 'mbox:SU5CT1g', 'en', nothing, { who: 'none no-conversation' }),
  ],
};
