import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Who = readonly [name: string, address: string];
type Message = { from: Who; to: readonly Who[] };
const messageOf = ({ from: [name, address], to }: Message): string =>
  `<div class="MessageViewerLayout__probeContainer--1vLHh"><div class="Header_wrapper_a1"><button class="SenderName_sender_F3wYv qa-MessageViewer-SenderName">${name}</button><span class="Sender_email_iWFMG qa-MessageViewer-SenderEmail">${address}</span>
<div class="Recipients_b2">${to.map((one) => `<span class="ContactBadge_name_CChy2" title="${one[1]}">${one[0]}</span>`).join('')}</div><a class="Header_dateLink_Y2p9n qa-MessageViewer-Header-dateLink">10:00</a></div>
<article class="MessageViewerLayout__body--XiCNR js-message-body"><div class="MessageBody_body_pmf3j react-message-wrapper__body">${TRAPS}</div></article></div>`;
const thread = (messages: readonly Message[], subject = 'Where is my order?'): string =>
  `<div class="qa-MessageViewer-Title"><h1 class="qa-MessageViewer-Title-text">${subject}</h1></div>${messages.map(messageOf).join('')}`;

const list = `<div class="mail-MessagesList"><a class="mail-MessageSnippet"><span class="mail-MessageSnippet-FromText" title="row1@trap.example">Row</span></a><a class="mail-MessageSnippet"><span class="mail-MessageSnippet-FromText" title="row2@trap.example">Row</span></a></div>`;
const compose = (to: string): string =>
  `<div class="ComposePopup"><div class="ComposeRecipients-TopRow tst-field-to"><div class="composeYabbles" contenteditable="true">${to}</div></div><div class="cke_editable" role="textbox" contenteditable="true">${TRAPS}</div></div>`;
const page = (
  name: string,
  main: string,
  truth: Truth,
  url = 'https://mail.yandex.ru/?uid=1#message/17',
  lang = 'ru',
): CorpusPage => ({
  name: `yandex-${name}`,
  url,
  html: `<!doctype html><html lang="${lang}"><head><title>Письмо — Яндекс Почта</title></head><body><a class="user-account legouser__current-account"><span class="user-account__name">rita</span></a><div class="legouser__menu-header" hidden><span class="user-account__subname">rita@shop.example</span></div><div class="mail-Layout">${list}<main>${main}</main></div></body></html>`,
  truth,
});

const maria: Who = ['Maria Jensen', 'maria@cafe.example'];
const lukas: Who = ['Lukas', 'lukas@brot.example'];
const rita: Who = ['Rita', 'rita@shop.example'];
const toMaria = { who: 'one maria@cafe.example Maria Jensen' };

export const yandex: Corpus = {
  host: 'yandex',
  seen: '2026-11-22',
  pages: [
    page('one-message', thread([{ from: maria, to: [rita] }], 'Где мой заказ?'), {
      ...toMaria,
      subject: 'Где мой заказ?',
      self: ['rita@shop.example'],
    }),
    page(
      'thread',
      thread([
        { from: lukas, to: [rita] },
        { from: maria, to: [rita] },
      ]),
      { who: 'several lukas@brot.example maria@cafe.example' },
      'https://mail.yandex.com/?uid=1#thread/t17',
      'en',
    ),
    page(
      'own-mail-turkish',
      thread([{ from: rita, to: [maria] }], 'Siparişim nerede?'),
      { who: 'one maria@cafe.example Maria Jensen' },
      'https://mail.yandex.com.tr/?uid=1#message/18',
      'tr',
    ),
    page('lying-name', thread([{ from: ['support@shop.example', 'x91@throwaway.example'], to: [rita] }]), {
      who: 'one x91@throwaway.example support@shop.example',
    }),
    page('machine', thread([{ from: ['Parcels', 'noreply@parcels.example'], to: [rita] }]), {
      who: 'none nobody-outside',
    }),
    page('list', '', { who: 'none no-conversation' }, 'https://mail.yandex.ru/?uid=1#inbox'),
    page(
      'compose',
      compose('<div class="ComposeYabble"><span title="maria@cafe.example">Maria Jensen</span></div>'),
      toMaria,
      'https://mail.yandex.ru/?uid=1#compose',
    ),
  ],
};
