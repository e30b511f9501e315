import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Message = { name: string; handle: string; open?: boolean; body?: string };

const css = (part: string, element: string): string => `${part}__Styled${element}-sc-1z03g13-1`;

const messageOf = ({ name, handle, open = true, body = 'messageHtml' }: Message, to: string): string =>
  `<div class="${css('messageViewerBase', 'MessageDiv')}" role="article"><div class="${css('messageViewerRecipient', 'DetailsWrapperDiv')}"><div>${name}</div><span data-account-name="Shop"></span></div>
<span class="${css('messageViewerRecipient', 'HandleSpan')}">${handle}</span><div class="${css('messageViewerDate', 'DateDiv')}">Nov 20</div>
${
  open
    ? `<div class="${css('messageViewerDetails', 'SectionTitleDiv')}">${to}</div><div class="${css('messageViewerDetails', 'CollapsedSectionContentDiv')}">Shop, Lukas</div>
<div class="${css(body, body === 'messageHtml' ? 'HtmlDiv' : 'EmailDiv')}">${TRAPS}</div>`
    : `<div class="${css('messageViewerCollapsed', 'BlurbDiv')}">From: Boss &lt;blurb@trap.example&gt;</div>`
}</div>`;

const page = (name: string, messages: Message[], truth: Truth, to = 'To:', locale = 'en'): CorpusPage => ({
  name: `front-${name}`,
  url: 'https://app.frontapp.com/open/cnv_1abc',
  html: `<!doctype html><html lang="${locale}"><head><title>Front</title></head><body><div id="root">
<div class="${css('sidebar', 'UserDiv')}"><span title="rita@shop.example">R</span></div>
<div class="${css('conversationList', 'RowDiv')}"><span title="row1@trap.example">Row</span>row2@trap.example</div>
<div class="${css('viewer', 'ViewerDiv')}" data-testid="viewer-77"><div data-searchable-subject="true"><span>Where is my order?</span></div>
${messages.map((one) => messageOf(one, to)).join('')}<div contenteditable="true">draft@trap.example</div></div></div></body></html>`,
  truth,
});

const maria = { name: 'Maria Jensen', handle: '&lt;maria@cafe.example&gt;' };
const rita = { name: 'Rita', handle: '&lt;rita@shop.example&gt;' };

export const front: Corpus = {
  host: 'front',
  seen: '2026-11-22',
  pages: [
    page('one-message', [maria], {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: 'viewer-77',
      subject: 'Where is my order?',
    }),
    page(
      'last-of-a-thread-is-open',
      [
        { ...rita, open: false },
        { ...maria, handle: 'maria@cafe.example', body: 'messageViewerEmailBody' },
      ],
      { who: 'one maria@cafe.example Maria Jensen' },
      'An:',
      'de',
    ),
    page(
      'own-answer-last',
      [{ ...maria, open: false }, { name: 'Lukas', handle: '&lt;lukas@brot.example&gt;', open: false }, rita],
      { who: 'several maria@cafe.example lukas@brot.example' },
    ),
    page(
      'name-claims-an-address',
      [{ name: 'boss@bank.example', handle: '&lt;x91@throwaway.example&gt;' }],
      { who: 'one x91@throwaway.example boss@bank.example' },
      'À :',
      'fr',
    ),
    {
      name: 'front-list',
      url: 'https://app.frontapp.com/inboxes/teammates/1',
      html: `<!doctype html><html lang="en"><head><title>Front</title></head><body><div id="root"><div class="${css('conversationList', 'RowDiv')}"><span title="row1@trap.example">Row</span></div></div></body></html>`,
      truth: { who: 'none no-conversation' },
    },
  ],
};
