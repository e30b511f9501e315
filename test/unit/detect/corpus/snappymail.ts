import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Message = { from: string; to: string; cc?: string; replyTo?: string; subject: string };
type Words = { lang: string; from: string; to: string; cc: string; replyTo: string };
const english: Words = { lang: 'en', from: 'From', to: 'To', cc: 'CC', replyTo: 'Reply-To' };
const german: Words = { lang: 'de', from: 'Von', to: 'An', cc: 'Kopie', replyTo: 'Antwort an' };

const escaped = (text: string): string => text.replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
const address = (text: string): string => /<(.*)>/u.exec(text)?.[1] ?? text;

const row = (key: string, label: string, value = ''): string =>
  `<tr data-bind="visible: x.length"${value ? '' : ' style="display: none;"'}><td data-i18n="GLOBAL/${key}">${label}</td><td data-bind="text: x">${escaped(value)}</td></tr>`;

const view = ({ from, to, cc, replyTo, subject }: Message, words: Words): string =>
  `<div class="b-message" data-bind="visible: message"><menu class="dropdown-menu"><li role="presentation"><a target="_blank" href="?/Raw/0/ViewAsPlain/eyJ1aWQiOjEyfQ"><span data-i18n="MESSAGE/MENU_VIEW_ORIGINAL">Source</span></a></li></menu>
<div class="messageItemHeader"><div class="subjectParent"><span class="subject">${subject}</span></div><div class="informationShort"><span class="from" title="${escaped(from)}"><a href="mailto:${address(from)}?to=x" target="_blank">${escaped(from.replace(/ <.*/u, '').replace(/"/gu, ''))}</a></span></div></div>
<div id="messageItem"><div class="messageItemHeader"><div><div class="informationShortWrp"><div class="informationShort"><span data-i18n="GLOBAL/TO">${words.to}</span>: <span>${escaped(to)}</span></div></div></div>
<div class="informationFull" style="display: none;"><table><tbody>${row('FROM', words.from, from)}${row('TO', words.to, to)}${row('CC', words.cc, cc)}${row('BCC', 'BCC')}${row('REPLY_TO', words.replyTo, replyTo)}</tbody></table></div></div>
<div tabindex="0"><div><div class="bodyText" dir="auto"><div id="rl-msg-1f2e" class="html">${TRAPS}</div></div></div></div></div></div>`;

const list = `<div class="messageList"><div class="messageListPlace"><div class="messageListItem selected" title="Hello"><div class="senderParent" title="row1@trap.example">Row One</div><div class="subjectParent">Hello</div></div>
<div class="messageListItem"><div class="senderParent" title="row2@trap.example, row3@trap.example">Row Two, Row Three</div><div class="subjectParent">Order</div></div></div></div>`;

const page = (name: string, hash: string, { lang }: Words, shown: string, truth: Truth): CorpusPage => ({
  name: `snappymail-${name}`,
  url: `https://webmail.shop.example/#/mailbox/${hash}`,
  html: `<!doctype html><html lang="${lang}"><head><title>Inbox</title><link rel="stylesheet" href="snappymail/v/2.38.2/static/css/app.css"></head><body>
<div id="rl-app" spellcheck="false"><div id="rl-content"><div id="rl-left"><div id="V-SystemDropDown"><a id="top-system-dropdown-id"><span class="accountPlace">support@shop.example</span></a></div></div>
<div id="rl-right"><div id="V-MailMessageList">${list}</div><div id="V-MailMessageView"><div class="messageView">${shown}</div></div></div></div></div></body></html>`,
  truth,
});

const shop = '"Shop" <support@shop.example>';
const maria = '"Maria Jensen" <maria@cafe.example>';

export const snappymail: Corpus = {
  host: 'snappymail',
  seen: '2026-11-22',
  pages: [
    page(
      'message',
      'INBOX',
      english,
      view(
        { from: maria, to: shop, cc: '"Lukas" <lukas@brot.example>', subject: 'Where is my order?' },
        english,
      ),
      {
        who: 'one maria@cafe.example Maria Jensen',
        conversation: '?/Raw/0/ViewAsPlain/eyJ1aWQiOjEyfQ',
        subject: 'Where is my order?',
        self: ['support@shop.example'],
      },
    ),
    page(
      'reply-to-of-a-form',
      'INBOX/m44',
      german,
      view(
        {
          from: '"Kontaktformular" <noreply@shop.example>',
          to: shop,
          replyTo: '"Groß, Jana" <jana@hof.example>',
          subject: 'Frage',
        },
        german,
      ),
      { who: 'one jana@hof.example Groß, Jana' },
    ),
    page(
      'own-sent-mail-to-two',
      'Sent/m7',
      english,
      view({ from: shop, to: `${maria}, lukas@brot.example`, subject: 'Your order' }, english),
      { who: 'several maria@cafe.example lukas@brot.example' },
    ),
    page(
      'name-that-claims',
      'INBOX/m9',
      german,
      view({ from: '"support@shop.example" <x@evil.example>', to: shop, subject: 'Rechnung' }, german),
      { who: 'one x@evil.example support@shop.example' },
    ),
    page('list-only', 'INBOX', english, '<div class="b-message-view-desc">Select a message.</div>', {
      who: 'none no-conversation',
    }),
  ],
};
