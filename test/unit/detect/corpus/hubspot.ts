import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Layout = { url?: string; locale?: string; thread?: string; more?: string };

const contact = (name: string, email: string): string =>
  `<div data-selenium-test="contact-chicklet"><a data-selenium-test="contact-chicklet-title-link" href="/contacts/1/record/0-1/9">${name}</a>
<div data-selenium-test="contact-chicklet-email"><span><a href="mailto:${email}">${email}</a></span></div></div>`;
/** A newer card: the link itself is marked. */
const newer = (name: string, email: string): string =>
  `<div><a data-selenium-test="contact-chicklet-title-link" href="/contacts/1/record/0-1/9">${name}</a><a data-test-id="contact-chicklet-email" href="mailto:${email}">${email}</a></div>`;

const middle = `<div data-test-id="middle-pane"><div>Maria Jensen</div><div>${TRAPS}</div><div>Rita: cc@trap.example</div></div>`;
const inbox = `<div class="InboxThreadOverview__Wrapper-a1"><div class="DetailHeaderWrapper-b2"><span>Rita</span></div><div>${TRAPS}</div></div>`;

const record = (
  name: string,
  contacts: string,
  truth: Truth,
  { url = '/contacts/1/record/0-5/4711', locale = 'en', thread = middle, more = '' }: Layout = {},
): CorpusPage => ({
  name: `hubspot-${name}`,
  url: `https://app-eu1.hubspot.com${url}`,
  html: `<!doctype html><html lang="${locale}"><head><title>Order | HubSpot</title></head><body>
<nav id="hs-nav-v4"><div title="rita@shop.example">R</div><ul><li title="row1@trap.example">Row</li></ul></nav>
<div class="thread-list"><div data-test-id="thread-list-member-row">row2@trap.example</div></div>
<span data-selenium-test="highlightTitle">Where is my order?</span>${thread}
<aside>${contacts}<div data-selenium-test="company-chicklet-title-link">Café</div></aside>${more}</body></html>`,
  truth,
});

const preview = `<div data-crm-location="CRM_OBJECT_PREVIEW">${contact('Row', 'row3@trap.example')}</div>`;

export const hubspot: Corpus = {
  host: 'hubspot',
  seen: '2026-11-22',
  pages: [
    record('ticket', contact('Maria Jensen', 'maria@cafe.example'), {
      who: 'several maria@cafe.example',
      conversation: '4711',
      subject: 'Where is my order?',
    }),
    record(
      'inbox-own-answer-last',
      newer('Maria Jensen', 'maria@cafe.example'),
      { who: 'several maria@cafe.example' },
      { url: '/live-messages/1/inbox/4711#email', locale: 'es', thread: inbox, more: preview },
    ),
    record(
      'two-contacts',
      contact('Maria Jensen', 'maria@cafe.example') + contact('Lukas', 'lukas@brot.example'),
      { who: 'several maria@cafe.example lukas@brot.example' },
      { more: preview },
    ),
    record(
      'help-desk-is-a-guess',
      newer('boss@bank.example', 'x91@throwaway.example'),
      { who: 'several x91@throwaway.example' },
      { url: '/help-desk/1/view/2/ticket/4711', locale: 'de', thread: '<div>Rita</div>' },
    ),
    record('no-contact', '', { who: 'none layout-unknown' }, { more: preview }),
    record(
      'contact-is-no-conversation',
      contact('Row', 'row4@trap.example') + contact('Row', 'row5@trap.example'),
      { who: 'none no-conversation' },
      { url: '/contacts/1/record/0-1/9' },
    ),
  ],
};
