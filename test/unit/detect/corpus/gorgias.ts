import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Layout = { url?: string; locale?: string; emails?: string[]; more?: string };
type Message = { from: string; variant?: 'regular' | 'from-agent' | 'internal-note' };

const bubble = ({ from, variant = 'regular' }: Message): string =>
  `<div data-name="box" data-variant="${variant}" data-hover-state="true"><div><a href="/app/customer/9"><span>${from}</span></a><span title="channel@trap.example">email</span></div><div class="_messageBody_1x2y">${TRAPS}</div></div>`;
const older = ({ from }: Message): string =>
  `<div class="ticket-message" data-testid="ticket-message-5"><a href="/app/customer/9"><i></i><b>${from}</b></a><div class="_messageBody_1x2y">${TRAPS}</div></div>`;

/** Of several addresses only the first has a label. */
const panel = (name: string, emails: string[]): string =>
  `<a href="/app/customer/7" aria-label="${name}"><span>MJ</span><h4>${name}</h4></a><div data-name="overflow-list">${emails
    .map(
      (email, n) =>
        `<div>${n === 0 ? '<label for="email-31">Email</label>' : '<div></div>'}<div><div><button type="button"><span>${email}</span><i>copy</i></button></div></div></div>`,
    )
    .join(
      '',
    )}<div><label for="note-field">Note</label><textarea id="note-field">note@trap.example</textarea></div></div>`;

const ticket = (
  name: string,
  messages: string,
  customer: string,
  truth: Truth,
  { url = '/app/ticket/4711', locale = 'en', emails = [], more = '' }: Layout = {},
): CorpusPage => ({
  name: `gorgias-${name}`,
  url: `https://shop.gorgias.com${url}`,
  html: `<!doctype html><html lang="${locale}"><head><title>Order</title></head><body><div id="app">
<nav><button data-candu-id="navbar-user-menu" title="rita@shop.example">R</button></nav>
<ul><li><a href="/app/ticket/12" title="row1@trap.example">Row</a></li></ul>
<main>${messages}<div contenteditable="true">draft@trap.example</div></main><aside>${panel(customer, emails)}${more}</aside></div></body></html>`,
  truth,
});

const maria = 'Maria Jensen';

export const gorgias: Corpus = {
  host: 'gorgias',
  seen: '2026-11-22',
  pages: [
    ticket(
      'one-message',
      bubble({ from: maria }),
      maria,
      { who: 'one maria@cafe.example Maria Jensen', conversation: '4711' },
      { emails: ['maria@cafe.example', 'maria.old@cafe.example'] },
    ),
    ticket(
      'own-answer-last',
      `${bubble({ from: maria })}${bubble({ from: 'Rita', variant: 'from-agent' })}${bubble({ from: 'Rita', variant: 'internal-note' })}`,
      maria,
      { who: 'one maria@cafe.example Maria Jensen', conversation: '4711' },
      { url: '/app/views/55/4711', locale: 'fr', emails: ['maria@cafe.example'] },
    ),
    ticket(
      'another-customer-is-looked-at',
      older({ from: maria }),
      maria,
      { who: 'several maria@cafe.example lukas@brot.example' },
      { emails: ['maria@cafe.example'], more: panel('Lukas', ['lukas@brot.example']) },
    ),
    ticket(
      'name-claims-an-address',
      bubble({ from: 'Boss' }),
      'Boss (boss@bank.example)',
      { who: 'one x91@throwaway.example Boss (boss@bank.example)' },
      { emails: ['x91@throwaway.example'] },
    ),
    ticket('chat-without-an-address', bubble({ from: 'Lukas' }), 'Lukas', { who: 'none name-only' }),
    ticket('list', '', '', { who: 'none no-conversation' }, { url: '/app/views/55' }),
  ],
};
