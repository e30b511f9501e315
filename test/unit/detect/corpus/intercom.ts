import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Layout = { title: string; details?: string; stream?: string; locale?: string; answer?: string };

const part = (category: string, text: string): string =>
  `<div data-part-group-id="1" data-part-group-category="${category}"><div class="inbox2__avatar" title="part@trap.example"></div><div class="interblocks-html">${text}</div></div>`;
const cards = `<div data-conversation-id="9"><div data-intercom-target="conversation-card-header"><span title="row1@trap.example">Row</span><a href="mailto:row2@trap.example">Row</a></div></div>`;

const conversation = (
  name: string,
  {
    title,
    details = '',
    stream = 'data-testid="conversation-stream-scroll-container"',
    locale = 'en',
    answer = '',
  }: Layout,
  truth: Truth,
): CorpusPage => ({
  name: `intercom-${name}`,
  url: 'https://app.intercom.com/a/inbox/ab12/inbox/shared/all/conversation/4711?view=List',
  html: `<!doctype html><html lang="${locale}"><head><title>Inbox | Intercom</title></head><body>
<nav><a title="rita@shop.example">R</a><a title="row3@trap.example">Team</a></nav>${cards}
<div data-intercom-target="conversation-space"><h2 data-inbox-conversation-header-title><span>${title}</span></h2>
<div ${stream}>${part('1', TRAPS)}${answer}</div>
<div data-conversation-reply-composer><div class="ProseMirror" contenteditable="true"><a href="mailto:draft@trap.example">us</a></div></div></div>
<aside>${details}</aside></body></html>`,
  truth,
});

const email = (address: string): string =>
  `<p class="inbox2__attribute__label">Email</p><a href="mailto:${address}">${address}</a>`;

export const intercom: Corpus = {
  host: 'intercom',
  seen: '2026-11-22',
  pages: [
    conversation(
      'details-are-open',
      { title: 'Where is my order?', details: email('maria@cafe.example') },
      { who: 'several maria@cafe.example', conversation: '4711', subject: 'Where is my order?' },
    ),
    conversation(
      'own-answer-last',
      {
        title: 'Maria Jensen',
        details: `${email('maria@cafe.example')}<span title="lukas@brot.example">Lukas</span>`,
        stream: 'data-conversation-stream',
        locale: 'de',
        answer: part('3', 'Wir schauen nach.'),
      },
      { who: 'several maria@cafe.example lukas@brot.example' },
    ),
    conversation('name-only', { title: 'Boss (boss@bank.example)' }, { who: 'none name-only' }),
    {
      name: 'intercom-list',
      url: 'https://app.intercom.com/a/inbox/ab12/inbox/shared/all',
      html: `<!doctype html><html lang="en"><head><title>Inbox | Intercom</title></head><body>${cards}</body></html>`,
      truth: { who: 'none no-conversation' },
    },
  ],
};
