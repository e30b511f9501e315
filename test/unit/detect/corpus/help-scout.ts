import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Thread = { from: string; kind?: string };
type Layout = { customer?: string; locale?: string; container?: string; answer?: string };

const item = ({ from, kind = 'customer' }: Thread, n: number): string =>
  `<li><div id="thread-${n}" aria-label="${kind} response"><span data-nocollapse="true">${from}</span><span title="copy@trap.example">cc</span><section class="messageBody">${TRAPS}</section></div></li>`;

const conversation = (
  name: string,
  threads: Thread[],
  truth: Truth,
  { customer = '', locale = 'en', container = 'data-testid="ThreadContainer"', answer = '' }: Layout = {},
): CorpusPage => ({
  name: `help-scout-${name}`,
  url: 'https://secure.helpscout.net/conversation/2417/4711?viewId=9',
  html: `<!doctype html><html lang="${locale}"><head><title>#4711 Order - Maria Jensen - Help Scout</title></head><body id="mailbox">
<header><a title="rita@shop.example">R</a><ul><li><a href="mailto:row1@trap.example">Row</a></li></ul></header><nav><a title="row2@trap.example">Mine</a></nav>
<div id="wrap"><div data-cy="ConversationHeader.Actions"></div><h1 aria-label="Conversation Subject">Where is my order?</h1>
<div ${container}><ol aria-label="Thread Items">${threads.map(item).join('')}</ol></div>${answer}
<aside>${customer}</aside></div></body></html>`,
  truth,
});

const link = (address: string, name: string): string =>
  `<p>${name}</p><a href="mailto:${address}">${address}</a>`;
const draft = `<div data-cy="ConvoEditor" contenteditable="true"><a href="mailto:draft@trap.example">us</a></div>`;

export const helpScout: Corpus = {
  host: 'help-scout',
  seen: '2026-11-22',
  pages: [
    conversation(
      'address-beside-the-thread',
      [{ from: 'Maria Jensen' }],
      { who: 'several maria@cafe.example', conversation: '2417', subject: 'Where is my order?' },
      { customer: link('maria@cafe.example', 'Maria Jensen') },
    ),
    conversation(
      'own-answer-last',
      [{ from: 'Maria Jensen' }, { from: 'Rita', kind: 'user' }, { from: 'Rita', kind: 'note' }],
      { who: 'several maria@cafe.example lukas@brot.example' },
      {
        customer: `${link('maria@cafe.example', 'Maria')}<span title="lukas@brot.example">Lukas</span>`,
        locale: 'es',
        container: 'id="tkContent"',
        answer: draft,
      },
    ),
    conversation('name-only', [{ from: 'boss@bank.example' }], { who: 'none name-only' }, { answer: draft }),
    {
      name: 'help-scout-list',
      url: 'https://secure.helpscout.net/mailbox/12/34/',
      html: `<!doctype html><html lang="en"><head><title>Mine - Help Scout</title></head><body id="mailbox"><table><tr><td title="row1@trap.example">Row</td></tr></table></body></html>`,
      truth: { who: 'none no-conversation' },
    },
  ],
};
