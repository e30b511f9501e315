import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Words = { lang: string; email: string; edit: string; from: string };
const english: Words = { lang: 'en', email: 'Email', edit: 'Click to edit', from: 'From' };
const german: Words = { lang: 'de', email: 'E-Mail', edit: 'Zum Bearbeiten klicken', from: 'Von' };

/** A mail shows whom it is from above its text, a note and a chat do not. */
const message = (id: number, header: string): string =>
  `<div id="message${id}" class="flex w-full justify-start mb-4" data-message-id="${id}"><div class="grid gap-x-3"><div class="flex"><div class="w-full" data-bubble-name="email">${header}<section class="p-3"><div class="prose letter-render">${TRAPS}</div></section></div></div></div></div>`;

const meta = (label: string, from: string): string =>
  `<section class="p-3"><div><span>${label}:</span> <span title="${from}">${from}</span></div></section>`;

const row = (icon: string, href: string, value: string): string =>
  href
    ? `<div class="group/row w-full h-5"><a href="${href}" class="flex items-center gap-2"><svg class="${icon}"></svg><span class="overflow-hidden text-sm" title="${value}"> ${value} </span><button type="button"><span class="i-lucide-clipboard"></span></button></a></div>`
    : `<div class="group/row w-full h-5"><div class="flex items-center gap-2"><svg class="${icon}"></svg><span class="text-sm">${value}</span></div></div>`;

type Contact = { name: string; address: string };

const panel = ({ name, address }: Contact, { edit }: Words): string =>
  `<div class="z-10 flex flex-col bg-n-background"><div class="w-full"><div class="relative items-center w-full p-4"><div class="flex items-center gap-3"><h3 class="my-0 text-base capitalize break-words" title="${edit}">${name} <span class="i-lucide-pencil"></span></h3><a href="/app/accounts/1/contacts/5"><span class="i-lucide-external-link"></span></a></div>
<div class="flex flex-col gap-2">${address ? row('mail', `mailto:${address}`, address) : row('mail', '', '---')}${row('call', 'tel:+4511', '+4511')}</div></div>
<div class="list-group"><div class="contact-conversation--panel"><div class="conversation"><h4 class="conversation--user">row3@trap.example</h4><p>Earlier</p></div></div><div class="conversation--actions"><span title="row4@trap.example">Participant</span></div></div></div></div>`;

const page = (name: string, path: string, words: Words, inner: string, truth: Truth): CorpusPage => ({
  name: `chatwoot-${name}`,
  url: `https://chat.shop.example/app/accounts/${path}`,
  html: `<!doctype html><html lang="${words.lang}"><head><title>Chatwoot</title><link rel="icon" sizes="512x512" href="/brand-assets/logo_thumbnail.svg"><script src="/vite/assets/dashboard-Cd34.js" type="module"></script></head><body class="text-slate-600">
<div id="app"><div class="app-wrapper"><aside class="flex flex-col"><nav><a href="/app/accounts/1/dashboard">Inbox</a></nav><section><div class="relative w-full"><button class="flex gap-2"><span>R</span><div class="min-w-0"><div class="text-sm">Rita</div><div class="text-xs">rita@desk.example</div></div></button></div></section></aside>
<div class="conversations-list"><div class="conversation active"><h4 class="conversation--user">Row One</h4><p class="conversation--message" title="row1@trap.example">Hello</p></div><div class="conversation"><h4 class="conversation--user">row2@trap.example</h4></div></div>${inner}</div></div>
<noscript id="noscript">This app works best with JavaScript enabled.</noscript></body></html>`,
  truth,
});

const thread = (messages: string): string =>
  `<div class="conversation-details-wrap"><ul class="conversation-panel">${messages}</ul><div class="reply-box"><div class="quoted"><a href="mailto:row5@trap.example"><span title="row5@trap.example">Quoted</span></a></div><div class="ProseMirror" contenteditable="true">Dear …</div></div></div>`;

const maria: Contact = { name: 'Maria Jensen', address: 'maria@cafe.example' };

export const chatwoot: Corpus = {
  host: 'chatwoot',
  seen: '2026-11-22',
  pages: [
    page(
      'mail',
      '1/inbox/3/conversations/42',
      english,
      thread(
        message(1, meta(english.from, 'maria@cafe.example')) +
          message(2, '') +
          message(3, meta(english.from, 'support@shop.example')),
      ) + panel(maria, english),
      { who: 'one maria@cafe.example Maria Jensen', conversation: '1/42', self: ['rita@desk.example'] },
    ),
    page(
      'name-that-claims',
      '2/conversations/7?messageId=1',
      german,
      thread(message(1, '')) + panel({ name: 'bob@bank.example', address: 'x91@wegwerf.example' }, german),
      { who: 'one x91@wegwerf.example bob@bank.example', conversation: '2/7' },
    ),
    page('contact-is-folded', '1/conversations/42', english, thread(message(1, '')), {
      who: 'none layout-unknown',
    }),
    page(
      'contact-without-mail',
      '1/label/vip/conversations/43',
      german,
      thread(message(1, '')) + panel({ ...maria, address: '' }, german),
      {
        who: 'none name-only',
      },
    ),
    page('list-only', '1/dashboard', english, '<div class="flex"><p>Select a conversation</p></div>', {
      who: 'none no-conversation',
    }),
  ],
};
