import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Message = { from: string; by?: 'end-user' | 'agent' | 'internal'; text?: string };
type Ticket = { id: string; name: string; email?: string; messages: Message[] };
type Layout = { locale?: string; url?: string; around?: string };

const words: Record<string, { email: string; note: string; ccs: string }> = {
  en: { email: 'Email', note: 'Internal note', ccs: 'CCs' },
  de: { email: 'E-Mail', note: 'Interne Notiz', ccs: 'CCs' },
  pt: { email: 'E-mail', note: 'Nota interna', ccs: 'Em cópia' },
};

const messageOf = ({ from, by = 'end-user', text = TRAPS }: Message, note: string): string =>
  `<article data-test-id="omni-log-comment-item"><span data-test-id="omni-log-item-sender"><a data-test-id="omni-log-comment-user-link" href="/agent/users/1"><span>${from}</span></a></span>
${by === 'internal' ? `<div data-test-id="omni-log-internal-note-tag">${note}</div>` : ''}<time data-test-id="timestamp-relative" datetime="2026-11-20T10:00:00Z">Nov 20</time>
<div data-test-id="omni-log-item-message" type="${by}"><div data-test-id="omni-log-message-content"><div class="zd-comment">${text}</div></div></div></article>`;

/** A ticket's pane: its fields, the conversation, and the customer's details when they are open. */
const pane = ({ id, name, email, messages }: Ticket, style: string, locale: string): string => {
  const { email: label, note, ccs } = words[locale] ?? { email: 'Email', note: 'Note', ccs: 'CCs' };
  return `<div class="workspace ember-view"${style}>
<div class="property_box"><label>${ccs}</label><div data-test-id="ticket-fields-collaborators"><span title="cc@trap.example">cc@trap.example</span></div>
<div data-test-id="ticket-system-field-requester-select">${name}</div></div>
<div class="omni-conversation-pane"><div data-side-conversations-anchor-id="${id}"><input data-test-id="omni-header-subject" value="Where is my order?">
<section data-test-id="omni-log-container">${messages.map((one) => messageOf(one, note)).join('')}</section>
<div data-test-id="omnicomposer-rich-text-ckeditor" contenteditable="true"><p>Hello</p></div></div></div>
<aside>${email ? `<div><span>${label}</span><div data-test-id="attribute-email-display"><div color="blue">${email}</div></div></div>` : ''}</aside></div>`;
};

/** The agent's page; the tickets that were open before stay in it, hidden. */
const page = (
  name: string,
  open: Ticket,
  truth: Truth,
  { locale = 'en', url = `/agent/tickets/${open.id}`, around = '' }: Layout = {},
): CorpusPage => {
  const before: Ticket = {
    id: '41',
    name: 'Row',
    email: 'row1@trap.example',
    messages: [{ from: 'Row', text: 'x' }],
  };
  const shown = url.endsWith(`/${open.id}`) ? '' : ' style="display: none;"';
  return {
    name: `zendesk-${name}`,
    url: `https://shop.zendesk.com${url}`,
    html: `<!doctype html><html lang="${locale}"><head><title>Shop</title></head><body>
<header><a data-test-id="header-tab" href="/agent/tickets/${open.id}"><span data-test-id="header-tab-title">Order</span></a><button data-test-id="header-agent-menu-button" title="rita@shop.example">R</button></header>${around}
<main id="main_panes">${pane(before, ' style="display: none;"', locale)}${pane(open, shown, locale)}</main></body></html>`,
    truth,
  };
};

const maria: Ticket = {
  id: '4711',
  name: 'Maria Jensen',
  email: 'maria@cafe.example',
  messages: [{ from: 'Maria Jensen' }],
};
/** Open in another tab while the list is shown, or another ticket is still to come. */
const other: Ticket = { ...maria, id: '4712', email: 'row4@trap.example' };
const list = `<table data-test-id="generic-table"><tr data-test-id="generic-table-row"><td title="row2@trap.example">Row</td><td>row3@trap.example</td></tr></table>`;

export const zendesk: Corpus = {
  host: 'zendesk',
  seen: '2026-11-22',
  pages: [
    page('details-are-open', maria, {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: '4711',
      subject: 'Where is my order?',
    }),
    page(
      'own-answer-and-note-last',
      {
        ...maria,
        messages: [
          { from: 'Maria Jensen' },
          { from: 'Rita', by: 'agent', text: 'Wir schauen nach.' },
          { from: 'Rita', by: 'internal', text: 'note@trap.example' },
        ],
      },
      { who: 'one maria@cafe.example Maria Jensen' },
      { locale: 'de' },
    ),
    page(
      'details-are-closed',
      { id: '412', name: 'Lukas', messages: [{ from: 'Lukas' }] },
      { who: 'none name-only' },
    ),
    page(
      'name-claims-an-address',
      { ...maria, name: 'Chefe (boss@bank.example)', email: 'x91@throwaway.example' },
      { who: 'one x91@throwaway.example Chefe (boss@bank.example)' },
      { locale: 'pt', around: list },
    ),
    page('list', other, { who: 'none no-conversation' }, { url: '/agent/filters/7', around: list }),
    page('before-the-pane-is-there', other, { who: 'none layout-unknown' }, { url: '/agent/tickets/5' }),
  ],
};
