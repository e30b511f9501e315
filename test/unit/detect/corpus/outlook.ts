import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

/** What the page says in the rep's language. */
type Words = {
  lang: string;
  dir?: string;
  message: string;
  body: string;
  from: string;
  to: string;
  pane: string;
};
const EN: Words = {
  lang: 'en',
  message: 'Email message',
  body: 'Message body',
  from: 'From',
  to: 'To',
  pane: 'Reading Pane',
};
const DE: Words = {
  lang: 'de',
  message: 'E-Mail-Nachricht',
  body: 'Nachrichtentext',
  from: 'Von',
  to: 'An',
  pane: 'Lesebereich',
};
const PL: Words = {
  lang: 'pl',
  message: 'Wiadomość e-mail',
  body: 'Treść wiadomości',
  from: 'Od',
  to: 'Do',
  pane: 'Okienko odczytu',
};
const TH: Words = {
  lang: 'th',
  message: 'ข้อความอีเมล',
  body: 'เนื้อหาข้อความ',
  from: 'จาก',
  to: 'ถึง',
  pane: 'บานหน้าต่างการอ่าน',
};
const FA: Words = {
  lang: 'fa',
  dir: 'rtl',
  message: 'پیام ایمیل',
  body: 'متن پیام',
  from: 'از',
  to: 'به',
  pane: 'قاب خواندن',
};

/** A name alone, or with an address as Outlook shows people from outside. */
type Who = readonly [name: string, address?: string];
const shownAs = ([name, address]: Who): string => (address ? `${name}&lt;${address}&gt;` : name);
const pill = (who: Who, n: number): string =>
  `<span class="lpc-hoverTarget" data-lpc-hover-target-id="lpc-${n}"><span>${shownAs(who)}</span></span>`;

type Message = { from: Who; to: readonly Who[]; open?: boolean; label?: string };
const messageOf = (words: Words, { from, to, open = true, label }: Message, n: number): string =>
  open
    ? `<div aria-label="${words.message}" class="aVla3"><div class="header"><div id="MSG_${n}_FROM"><span role="button" aria-label="${label ?? `${words.from}: ${from[0]}`}" data-lpc-hover-target-id="lpc-${n}9">${shownAs(from)}</span></div>
<div data-testid="RecipientWell"><div aria-label="${words.to}: ${to.map(([name]) => name).join(', ')}" aria-readonly="true"><label>${words.to}:</label>${to.map(pill).join(';')}</div></div>
<div data-testid="SentReceivedSavedTime">Mon 10:00</div><div id="MSG_${n}_SUBJECT" hidden>Where is my order?</div></div>
<div data-test-id="mailMessageBodyContainer"><div id="UniqueMessageBody_${n}" role="document" aria-label="${words.body}">${TRAPS}</div></div></div>`
    : `<div aria-label="${words.message}" class="GjFKx"><div id="MSG_${n}_FROM"><span aria-label="${words.from}: ${from[0]}">${shownAs(from)}</span></div><span>Hello</span></div>`;

const reading = (words: Words, messages: readonly Message[], inside = ''): string =>
  `<div role="main" aria-label="${words.pane}" data-app-section="MailReadCompose"><div role="heading" aria-level="3" id="CONV_Q17_SUBJECT"><span title="Where is my order?">Where is my order?</span></div>
<div data-app-section="ConversationContainer">${messages.map((one, n) => messageOf(words, one, n)).join('')}${inside}</div></div>`;

const editor = (words: Words, to: readonly Who[]): string =>
  `<div id="docking_InitVisiblePart_0"><button aria-haspopup="dialog">rita@shop.example</button>
<div aria-label="${words.to}" role="textbox" contenteditable="true">${to.map(pill).join('')}</div><input id="MSG_59b_SUBJECT" value="Re: order">
<div role="textbox" dir="ltr" contenteditable="true" aria-label="${words.body}">${TRAPS}</div><button data-testid="ComposeSendButton">Send</button></div>`;

const row = (name: string, selected: boolean): string =>
  `<div role="option" data-convid="c${name}" aria-selected="${selected}" aria-label="Unread ${name} order"><span title="${name}@trap.example">${name}</span></div>`;

type Around = { words?: Words; url?: string; head?: string; after?: string };
const page = (name: string, pane: string, truth: Truth, around: Around = {}): CorpusPage => ({
  name: `outlook-${name}`,
  url: around.url ?? 'https://outlook.live.com/mail/0/inbox/id/AQMkADAw',
  html: `<!doctype html><html lang="${(around.words ?? EN).lang}" dir="${(around.words ?? EN).dir ?? 'ltr'}"><head><title>Mail - Rita - Outlook</title>${around.head ?? ''}</head><body><div id="app">
<button id="mectrl_main_trigger" aria-label="Account manager for Rita"></button>
<div role="tree"><div role="treeitem" id="primaryMailboxRoot_x1" title="rita@shop.example" data-folder-name="rita@shop.example"><span>rita@shop.example</span></div></div>
<div id="MailList"><div role="listbox" aria-label="Message list">${row('row1', true)}${row('row2', false)}</div></div>${pane}</div>${around.after ?? ''}</body></html>`,
  truth,
});

const card = (address: string): string =>
  `<div role="dialog" data-log-region="LivePersonaCard" aria-label="Profile Card"><span>Maria Jensen</span><div data-log-name="Email"><button>${address}</button></div></div>`;

const maria: Who = ['Maria Jensen', 'maria@cafe.example'];
const lukas: Who = ['Lukas', 'lukas@brot.example'];
const shop: Who = ['Shop', 'support@shop.example'];
const rita: Who = ['Rita'];
const toMaria = { who: 'one maria@cafe.example Maria Jensen' };
const work = 'https://outlook.office.com/mail/inbox/id/AAQkADAw';

export const outlook: Corpus = {
  host: 'outlook',
  seen: '2026-11-22',
  pages: [
    page('one-message', reading(EN, [{ from: maria, to: [rita] }]), {
      ...toMaria,
      conversation: 'CONV_Q17_SUBJECT',
      subject: 'Where is my order?',
      self: ['rita@shop.example'],
    }),
    page(
      'thread-german',
      reading(DE, [
        { from: lukas, to: [rita], open: false },
        { from: maria, to: [rita, lukas] },
      ]),
      toMaria,
      { words: DE, url: work },
    ),
    page(
      'two-open-polish',
      reading(PL, [
        { from: lukas, to: [rita] },
        { from: maria, to: [rita] },
      ]),
      toMaria,
      { words: PL, url: 'https://outlook.office365.com/mail/inbox' },
    ),
    page(
      'own-answer-thai',
      reading(TH, [
        { from: lukas, to: [shop], open: false },
        { from: shop, to: [maria] },
      ]),
      toMaria,
      { words: TH, url: 'https://outlook.cloud.microsoft/mail/' },
    ),
    page(
      'address-in-label-persian',
      reading(FA, [
        { from: ['Maria Jensen'], to: [rita], label: 'از: Maria Jensen &lt;maria@cafe.example&gt;' },
      ]),
      toMaria,
      { words: FA },
    ),
    page('custom-domain', reading(EN, [{ from: maria, to: [shop] }]), toMaria, {
      url: 'https://mail.shop.example/mail/inbox',
      head: '<script src="https://res.cdn.office.net/owamail/20261113/scripts/owa.mail.js"></script>',
    }),
    page(
      'name-only',
      reading(EN, [{ from: ['Maria Jensen'], to: [rita] }]),
      { who: 'none name-only', named: '[id$="_FROM"]' },
      { url: work },
    ),
    page(
      'name-only-card-open',
      reading(EN, [{ from: ['Maria Jensen'], to: [rita] }]),
      { who: 'several maria@cafe.example', named: '[id$="_FROM"]' },
      { url: work, after: card('maria@cafe.example') },
    ),
    page('card-of-somebody-else', reading(EN, [{ from: maria, to: [rita] }]), toMaria, {
      after: card('card@trap.example'),
    }),
    page(
      'lying-name',
      reading(EN, [{ from: ['support@shop.example', 'x91@throwaway.example'], to: [rita] }]),
      { who: 'one x91@throwaway.example support@shop.example' },
    ),
    // Nothing says that the name is an address, too.
    page('name-is-an-address', reading(EN, [{ from: ['boss@trap.example'], to: [rita] }]), {
      who: 'none name-only',
      named: '[id$="_FROM"]',
    }),
    page('machine', reading(EN, [{ from: ['Parcels', 'noreply@parcels.example'], to: [rita] }]), {
      who: 'none nobody-outside',
    }),
    page('list-only', '<div role="main" aria-label="Reading Pane">Select an item to read</div>', {
      who: 'none no-conversation',
      self: ['rita@shop.example'],
    }),
    page(
      'inline-reply',
      reading(EN, [{ from: maria, to: [rita] }], editor(EN, [['Row', 'row3@trap.example']])),
      toMaria,
    ),
    page(
      'compose-german',
      `<div role="main" aria-label="Inhaltsbereich">${editor(DE, [maria])}</div>`,
      toMaria,
      {
        words: DE,
        url: 'https://outlook.live.com/mail/0/compose/AQMk',
      },
    ),
  ],
};
