import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Words = { lang: string; customer: string; created: string };
const english: Words = { lang: 'en', customer: 'Customer Information', created: 'created Ticket' };
const italian: Words = { lang: 'it', customer: 'Informazioni cliente', created: 'ha creato il ticket' };

const thread = (kind: string, name: string, { created }: Words, cc = ''): string =>
  `<div class="uv-ticket-main ${kind}"><div class="uv-ticket-strip"><span>${name} <span class="uv-ticket-strip-label">${created}</span></span>${cc && `<div class="uv-ticket-strip"><span><span class="uv-ticket-strip-label">CC -</span> ${cc}</span></div>`}</div><div class="uv-ticket-main-rt"><a href="/en/member/customer/5" class="uv-ticket-member-name">${name}</a><div class="message">${TRAPS}</div></div></div>`;

type Customer = { name: string; address: string; phone?: string };

const ticket = (id: number, subject: string, { name, address, phone }: Customer, words: Words): string =>
  `<div class="uv-inner-section"><div class="uv-aside"><div class="uv-main-info-block"><div class="uv-aside-head"><div class="uv-aside-title"><h6>Ticket #${id}</h6></div></div><div class="uv-aside-brick"><div class="uv-aside-customer-block"><h3>${words.customer}</h3><div class="uv-aside-avatar"><img src="/c.png"></div>
<div class="uv-aside-customer-info"><span>${name}</span><span>${address}</span>${phone ? `<span>${phone}</span>` : ''}<span class="uv-customize" data-toggle="tooltip" title="Edit"></span></div></div></div></div>
<div class="uv-main-info-update-block" style="display: none"><form method="post"><input class="uv-field" name="email" value="row4@trap.example"></form></div>
<div class="uv-aside-brick collaborator-list-block"><div class="collaborator-list"><a class="uv-btn-small">row3@trap.example</a></div></div></div>
<div class="uv-view"><div class="uv-ticket-head"><div class="uv-ticket-head-rt"><h1>${subject}</h1></div></div><div class="uv-ticket-section">${thread('create', name, words, 'row6@trap.example')}<div class="uv-ticket-wrapper thread-list">${thread('note', 'Kim', words)}${thread('reply', 'Rita', words)}</div></div>
<div class="uv-ticket-main uv-ticket-reply"><span class="uv-ticket-member-name">Rita</span><ul class="uv-agents-list"><li data-id="row5@trap.example">Kim</li></ul><textarea name="reply"></textarea></div></div></div>`;

const page = (name: string, path: string, { lang }: Words, content: string, truth: Truth): CorpusPage => ({
  name: `uvdesk-${name}`,
  url: `https://support.shop.example/${path}`,
  html: `<!doctype html><html lang="${lang}"><head><title>#12 Order</title><link href="/bundles/uvdeskcoreframework/css/_uikit.css" rel="stylesheet"><script src="/bundles/uvdeskcoreframework/js/_common.js"></script></head><body>
<div class="uv-notifications-wrapper"></div><div class="uv-sidebar"><p class="user-name">Rita</p></div><div class="uv-paper"><div class="uv-navbar"></div><div class="uv-wrapper"><div class="uv-container">${content}</div></div></div></body></html>`,
  truth,
});

export const uvdesk: Corpus = {
  host: 'uvdesk',
  seen: '2026-11-22',
  pages: [
    page(
      'ticket',
      'en/member/ticket/view/12',
      english,
      ticket(
        12,
        'Where is my order?',
        { name: 'Maria Jensen', address: 'maria@cafe.example', phone: '+45 11' },
        english,
      ),
      { who: 'one maria@cafe.example Maria Jensen', conversation: '12', subject: 'Where is my order?' },
    ),
    page(
      'name-that-claims',
      'it/member/ticket/view/13#thread/4',
      italian,
      ticket(13, 'Fattura', { name: 'Bob (bob@bank.example)', address: 'x91@usaegetta.example' }, italian),
      { who: 'one x91@usaegetta.example Bob (bob@bank.example)', conversation: '13' },
    ),
    page(
      'list',
      'en/member/tickets',
      english,
      '<div class="uv-table"><table><tbody><tr><td><a href="/en/member/ticket/view/9">Order</a></td><td><span title="row1@trap.example">Row One</span></td></tr></tbody></table></div>',
      { who: 'none no-conversation' },
    ),
  ],
};
