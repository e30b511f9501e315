import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Ticket = { name: string; email?: string; answer?: string; locale?: string; around?: string };

/** The ticket with its contact beside it. Who wrote what is told by names; an answer names its recipients in a line. */
const ticket = (
  name: string,
  { name: who, email, answer = '', locale = 'en', around = '' }: Ticket,
  truth: Truth,
): CorpusPage => ({
  name: `freshdesk-${name}`,
  url: 'https://shop.freshdesk.com/a/tickets/4711?current_tab=details',
  html: `<!doctype html><html lang="${locale}"><head><title>[#4711] Order : Shop</title></head><body class="ember-application">
<nav><span class="breadcrumb__item active">4711</span><img alt="rita@shop.example" title="rita@shop.example">${around}</nav>
<div class="ticket-details__wrapper"><h2 class="ticket-subject-heading">Where is my order?</h2>
<div class="requester-wrap"><div class="sender-info"><a data-test-id="user-name" href="/a/contacts/1">${who}</a></div>
<div class="emails-info"><span class="display_emails">copy@trap.example</span></div>
<div id="ticket_original_request"><div class="ticket-details__item__content"><div class="message-body">${TRAPS}</div></div></div></div>${answer}</div>
<aside><div class="widget-requestor-info">${who}</div>
${email ? `<div class="info-details-widget"><div data-test-id="requester-info-contact-email"><div class="info-details-label">Email</div><div class="info-details-content">${email}</div></div></div>` : ''}
<div class="recent-tickets"><a title="row2@trap.example">Order 12</a></div></aside></body></html>`,
  truth,
});

const answer = (text: string): string =>
  `<div class="ticket-details__item"><div class="sender-info"><a data-test-id="user-name">Rita</a></div><div class="emails-info"><span class="display_emails">cc@trap.example</span></div><div class="ticket-details__item__content"><div class="message-body">${text}</div></div></div>`;
const maria = { name: 'Maria Jensen', email: 'maria@cafe.example' };

export const freshdesk: Corpus = {
  host: 'freshdesk',
  seen: '2026-11-22',
  pages: [
    ticket('one-message', maria, {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: '4711',
      subject: 'Where is my order?',
    }),
    ticket(
      'own-answer-last',
      {
        ...maria,
        locale: 'fr',
        answer: `${answer(TRAPS)}${answer('note@trap.example')}`,
        around: '<ul><li title="row1@trap.example">Row</li></ul>',
      },
      { who: 'one maria@cafe.example Maria Jensen' },
    ),
    ticket(
      'name-claims-an-address',
      { name: 'boss@bank.example', email: 'x91@throwaway.example' },
      { who: 'one x91@throwaway.example boss@bank.example' },
    ),
    ticket('contact-is-folded', { name: 'Lukas' }, { who: 'none name-only' }),
    {
      name: 'freshdesk-list',
      url: 'https://shop.freshdesk.com/a/tickets/filters/all_tickets',
      html: `<!doctype html><html lang="en"><head><title>Tickets</title></head><body><table><tr><td title="row1@trap.example">Row</td><td><a href="mailto:row2@trap.example">Row</a></td></tr></table></body></html>`,
      truth: { who: 'none no-conversation' },
    },
  ],
};
