import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Who = readonly [name: string, address: string];
type Message = {
  from: Who;
  to: readonly Who[];
  open?: boolean;
  details?: readonly [from: string, to: string];
};

/** `details`: the header is unfolded, its rows labelled in the rep's language. */
const messageOf = ({ from, to, open = true, details }: Message, n: number): string =>
  open
    ? `<div class="v-MessageCard app-contentCard is-expanded" id="v${n}"><div class="v-MessageCard-header"><h2 class="v-MessageCard-from" title="${from[1]}">${from[0]}</h2><span class="v-MessageCard-time" title="Monday">Mon</span></div>
<div class="v-Message"><div class="v-Message-to">${to.map(([name, address]) => `<span class="v-Message-toName" title="${name} &lt;${address}&gt;">${name}</span>`).join('')}</div>${
        details
          ? `<dl class="v-Message-detailsList"><dt class="v-Message-detailsTitle">${details[0]}:</dt><dd class="v-Message-detailsValue"><span><a href="mailto:${from[1]}">${from[0]} &lt;${from[1]}&gt;</a></span></dd><dt class="v-Message-detailsTitle">${details[1]}:</dt><dd class="v-Message-detailsValue">${to.map(([name, address]) => `<span><a href="mailto:${address}">${name} &lt;${address}&gt;</a></span>`).join('')}</dd></dl>`
          : ''
      }<div class="u-containSelection v-Message-body">${TRAPS}</div></div></div>`
    : `<div class="v-MessageCard app-contentCard" id="v${n}"><div class="v-MessageCard-header"><h2 class="v-MessageCard-from" title="${from[1]}">${from[0]}</h2><span>Hello</span></div></div>`;

const thread = (messages: readonly Message[]): string =>
  `<div id="conversation"><div class="v-Thread"><div class="v-Thread-title"><h1>Where is my order?</h1></div>${messages.map(messageOf).join('')}</div></div>`;
const compose = (to: readonly Who[], typed = ''): string =>
  `<div class="v-Compose app-contentCard"><div class="v-EmailInput"><ul class="v-EmailInput-tokens">${to.map(([name, address]) => `<li title="${name} &lt;${address}&gt;">${name}</li>`).join('')}</ul><input id="v280-to-input" class="v-EmailInput-input" value="${typed}"></div><div class="v-RichText"><div aria-label="Body" contenteditable="true">${TRAPS}</div></div></div>`;

const list = `<ul class="v-Mailbox"><li class="v-MailboxItem"><a><div title="row1@trap.example">Row</div></a></li><li class="v-MailboxItem"><a><div title="row2@trap.example">Row</div></a></li></ul>`;
const page = (
  name: string,
  main: string,
  truth: Truth,
  url = 'https://app.fastmail.com/mail/Inbox/T17.M17?u=1',
  lang = 'en',
): CorpusPage => ({
  name: `fastmail-${name}`,
  url,
  html: `<!doctype html><html lang="${lang}"><head><title>Inbox – Fastmail</title></head><body><div class="v-Page"><button class="v-MainNavToolbar"><div class="v-MainNavToolbar-userName">rita@shop.example</div></button><div id="mailbox">${list}</div>${main}</div></body></html>`,
  truth,
});

const maria: Who = ['Maria Jensen', 'maria@cafe.example'];
const lukas: Who = ['Lukas', 'lukas@brot.example'];
const rita: Who = ['Rita', 'rita@shop.example'];
const toMaria = { who: 'one maria@cafe.example Maria Jensen' };
const card = thread([{ from: maria, to: [rita] }]);

export const fastmail: Corpus = {
  host: 'fastmail',
  seen: '2026-11-22',
  pages: [
    page('one-message', card, {
      ...toMaria,
      conversation: '/mail/Inbox/T17.M17?u=1',
      subject: 'Where is my order?',
      self: ['rita@shop.example'],
    }),
    page(
      'thread',
      thread([
        { from: lukas, to: [rita], open: false },
        { from: lukas, to: [rita] },
        { from: maria, to: [rita, lukas] },
      ]),
      toMaria,
    ),
    page(
      'own-answer-german-details',
      thread([
        { from: maria, to: [rita], open: false },
        { from: rita, to: [maria], details: ['Von', 'An'] },
      ]),
      toMaria,
      'https://app.fastmail.com/mail/Sent/T17.M18?u=1',
      'de',
    ),
    // Of somebody who is no contact the address stands beside the name.
    page(
      'stranger',
      card
        .replace(' title="maria@cafe.example"', '')
        .replace('</h2>', '</h2><span class="v-MessageCard-unknownSender">maria@cafe.example</span>'),
      { ...toMaria, named: '.v-MessageCard-unknownSender' },
    ),
    page('name-only', card.replace(' title="maria@cafe.example"', ''), {
      who: 'none name-only',
      named: '.v-MessageCard',
    }),
    page(
      'name-is-an-address',
      card.replace(' title="maria@cafe.example"', '').replace('Maria Jensen</h2>', 'boss@trap.example</h2>'),
      { who: 'none name-only', named: '.v-MessageCard' },
    ),
    page('lying-name', thread([{ from: ['support@shop.example', 'x91@throwaway.example'], to: [rita] }]), {
      who: 'one x91@throwaway.example support@shop.example',
    }),
    page('machine', thread([{ from: ['Parcels', 'no-reply@parcels.example'], to: [rita] }]), {
      who: 'none nobody-outside',
    }),
    page(
      'list',
      '<div id="conversation"></div>',
      { who: 'none no-conversation' },
      'https://app.fastmail.com/mail/Inbox/?u=1',
    ),
    page('reply-below', card + compose([['Row', 'row3@trap.example']]), toMaria),
    page('compose', compose([maria]), toMaria, 'https://app.fastmail.com/mail/Inbox/compose?u=1'),
    page(
      'compose-typed',
      compose([], 'maria@cafe.example'),
      { who: 'one maria@cafe.example' },
      'https://www.fastmail.com/mail/Inbox/compose?u=1',
      'nl',
    ),
  ],
};
