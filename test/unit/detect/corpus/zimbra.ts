import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Words = { lang: string; from: string; to: string; replyTo: string };
const english: Words = { lang: 'en', from: 'From:', to: 'To:', replyTo: 'Reply To:' };
const german: Words = { lang: 'de', from: 'Von:', to: 'An:', replyTo: 'Antwort an:' };
const french: Words = { lang: 'fr', from: 'De :', to: 'À :', replyTo: 'Répondre à :' };

let count = 0;
/** A mailbox as text, or a name alone. */
const bubble = (text: string): string => {
  count += 1;
  return `<span class="addrBubble" id="zb__main__participant_${count}" style="position: static;"><span>${text.replace(/</gu, '&lt;')} </span></span>`;
};

type Message = {
  id: number;
  from: string;
  /** The rows below, each with its label. */
  rows: readonly (readonly [label: string, boxes: readonly string[]])[];
  words: Words;
  /** The mail has pictures: the bar that offers to show them names its sender. */
  pictures?: string;
};

const bar = (address = ''): string =>
  address &&
  `<div class="DisplayImages" id="zv__displayImages"><div>Pictures are not shown. <a id="zv__displayImages_dispImgs">Show</a> - always from <a id="zv__displayImages_domain">${address.replace(/.*@/u, '')}</a> or <a id="zv__displayImages_email">${address}</a></div></div>`;

const addressRow = ([label, boxes]: Message['rows'][number]): string =>
  `<tr><td class="LabelColName">${label}</td><td class="LabelColValue">${boxes.map(bubble).join(' ')}</td></tr>`;

const folded = (id: number, name: string): string =>
  `<div class="ZmMailMsgCapsuleView" id="zv__CLV-main__${id}__MSG"><div class="Conv2MsgHeader" id="zv__CLV-main__${id}_header"><div class="info"><div class="ZmConvListFrom" id="zv__${id}_0">${name}</div><div class="ZmConvListFragment">Thank you</div></div></div></div>`;

const unfolded = ({ id, from, rows, words, pictures }: Message): string =>
  `<div class="ZmMailMsgCapsuleView" id="zv__CLV-main__${id}__MSG"><div class="Conv2MsgHeader" id="zv__CLV-main__${id}_header"><div class="info"><table id="zv__CLV-main__${id}_header_hdrTable" class="ZPropertySheet"><tbody>
<tr><td class="LabelColName">${words.from}</td><td class="LabelColValue" style="white-space:nowrap"><span>${bubble(from)}</span></td></tr>${rows.map(addressRow).join('')}</tbody></table></div></div>${bar(pictures)}
<div class="MsgBody" id="zv__CLV-main__${id}__MSG_body">${TRAPS}</div><div class="footer"><a>Reply</a></div></div>`;

/** The reading pane of the list by message. */
const single = ({ from, rows, words, pictures }: Message): string =>
  `<div class="ZmMailMsgView" id="zv__TV-main__MSG" aria-label="Order"><table class="MsgHeaderTable" id="zv__TV-main__MSG_headerElement"><tbody><tr><td><div><table><tbody><tr><td class="LabelColValue SubjectCol">Bestellung 77</td><td class="LabelColValue DateCol">22. November</td></tr></tbody></table>
<table class="ZPropertySheet"><tbody><tr id="zv__expandRow"><td><table><tbody><tr><td class="LabelColName">${words.from}</td></tr></tbody></table></td><td><table><tbody><tr id="OBJ_PREFIX_DWT8_from"><td id="OBJ_PREFIX_DWT9_from" class="LabelColValue"><span>${bubble(from)}</span></td></tr></tbody></table></td></tr>${rows.map(addressRow).join('')}</tbody></table></div></td></tr></tbody></table>${bar(pictures)}
<div class="MsgBody" id="zv__TV-main__MSG_body">${TRAPS}</div></div>`;

const conversation = (subject: string, messages: string): string =>
  `<div class="ZmConvView2" id="zv__CLV-main__CV"><div class="Conv2Header"><span class="subject">${subject}</span><span class="info">3</span></div><div class="Conv2Messages">${messages}</div></div>`;

/** A message that was looked at before: its view stays, outside of the window. */
const before = `<div class="ZmMailMsgView" id="zv__MSG-1__MSG" style="position: absolute; left: -10000px; top: -10000px; z-index: 100;"><table class="ZPropertySheet"><tbody><tr><td class="LabelColName">From:</td><td class="LabelColValue"><span>${bubble('"Old" <row3@trap.example>')}</span></td></tr></tbody></table><div class="MsgBody">${TRAPS}</div></div>`;

const page = (name: string, { lang }: Words, view: string, truth: Truth): CorpusPage => ({
  name: `zimbra-${name}`,
  url: 'https://mail.shop.example/#1',
  html: `<!doctype html><html lang="${lang}"><head><title>Zimbra: Inbox</title><link href="/css/images,common,dwt,msgview,login,zm,spellcheck,skin.css?v=240101" rel="stylesheet"></head><body>
<div id="z_shell"><div id="skin_container_username">support@shop.example</div>
<ul class="DwtListView" id="zl__CLV-main__rows"><li id="zli__CLV-main__-263" class="Row Row-selected"><div title="row1@trap.example">Row One</div></li><li id="zli__CLV-main__-264" class="Row"><span class="addrBubble"><span>"Row" &lt;row2@trap.example&gt; </span></span></li></ul>
${before}${view}</div></body></html>`,
  truth,
});

const shop = '"Shop" <support@shop.example>';
const maria = '"Maria Jensen" <maria@cafe.example>';

export const zimbra: Corpus = {
  host: 'zimbra',
  seen: '2026-11-22',
  pages: [
    page(
      'conversation-last-is-unfolded',
      english,
      conversation(
        'Where is my order?',
        `${folded(258, 'Lukas')}${folded(259, 'Shop')}${unfolded({ id: 260, from: maria, rows: [[english.to, [shop, '"Lukas" <lukas@brot.example>']]], words: english, pictures: 'maria@cafe.example' })}`,
      ),
      {
        who: 'one maria@cafe.example Maria Jensen',
        conversation: '-263',
        subject: 'Where is my order?',
        self: ['support@shop.example'],
      },
    ),
    page(
      'message-with-reply-to',
      german,
      single({
        id: 0,
        from: '"Kontaktformular" <noreply@shop.example>',
        rows: [
          [german.to, ['support@shop.example']],
          [german.replyTo, ['"Jana Groß" <jana@hof.example>']],
        ],
        words: german,
      }),
      { who: 'several jana@hof.example', subject: 'Bestellung 77' },
    ),
    page(
      'own-answer-is-unfolded',
      french,
      conversation(
        'Livraison',
        `${folded(258, 'Maria Jensen')}${unfolded({ id: 259, from: shop, rows: [[french.to, [maria]]], words: french })}`,
      ),
      { who: 'several maria@cafe.example' },
    ),
    page(
      'name-that-claims',
      english,
      single({
        id: 0,
        from: '"support@shop.example" <x@evil.example>',
        rows: [[english.to, [shop]]],
        words: english,
        pictures: 'x@evil.example',
      }),
      { who: 'one x@evil.example support@shop.example' },
    ),
    page(
      'names-only-and-one-that-is-dressed-up',
      french,
      single({
        id: 0,
        from: maria,
        rows: [[french.to, ['Shop']]],
        words: french,
        pictures: 'x91@jetable.example',
      }),
      { who: 'several x91@jetable.example maria@cafe.example' },
    ),
    page(
      'names-only',
      english,
      single({ id: 0, from: 'Maria Jensen', rows: [[english.to, ['Shop']]], words: english }),
      { who: 'none name-only' },
    ),
  ],
};
