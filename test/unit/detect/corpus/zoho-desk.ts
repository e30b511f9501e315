import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Layout = { locale?: string; panel?: string; answers?: string; url?: string };

const item = (author: string, text: string): string =>
  `<div data-id="ConversationList"><span data-id="conversationAuthor" data-title="author@trap.example">${author}</span><span data-id="commonTime">20 Nov</span><div class="zd_v2-conversationlistcommon-contentWrapper" data-id="threadContent"><div data-id="content">${text}</div></div></div>`;

const box = (id: string, style: string, panel: string, items: string): string =>
  `<div class="zd_v2-ticketdetailview-container" data-id="subTab_${id}"${style}><div class="zd_v2-ticketsubject-wrapper"><span data-id="caseNum">#${id}</span><h1 data-id="caseSubjectText">Where is my order?</h1></div>
${items}<div contenteditable="true"><a href="mailto:draft@trap.example">us</a></div><div class="zd_v2-ticketproperties-container">${panel}</div></div>`;

const ticket = (
  name: string,
  truth: Truth,
  { locale = 'en', panel = '', answers = '', url = '/agent/shop/support/tickets/details/4711' }: Layout = {},
): CorpusPage => ({
  name: `zoho-desk-${name}`,
  url: `https://desk.zoho.eu${url}`,
  html: `<!doctype html><html lang="${locale}"><head><title>Order</title></head><body><div id="container">
<div class="zd_v2-topband-user" data-title="rita@shop.example">R</div>
<div class="zd_v2-ticketdvleftpanel-sectionContainer"><div class="zd_v2-kanbanlistitem-container" title="row1@trap.example"><a href="mailto:row2@trap.example">Row</a></div></div>
${box('471', ' style="display:none"', '<a href="mailto:row3@trap.example">Row</a>', item('Row', 'x'))}${box('4711', '', panel, item('Maria Jensen', TRAPS) + answers)}</div></body></html>`,
  truth,
});

export const zohoDesk: Corpus = {
  host: 'zoho-desk',
  seen: '2026-11-22',
  pages: [
    ticket(
      'address-beside-the-conversation',
      { who: 'several maria@cafe.example', conversation: '4711', subject: 'Where is my order?' },
      { panel: '<a href="mailto:maria@cafe.example">Maria Jensen</a>' },
    ),
    ticket(
      'own-answer-last',
      { who: 'several maria@cafe.example lukas@brot.example' },
      {
        locale: 'es',
        panel:
          '<span data-title="maria@cafe.example">Maria</span><span title="lukas@brot.example">Lukas</span>',
        answers: item('Rita', 'Lo miramos.'),
      },
    ),
    ticket('name-only', { who: 'none name-only' }, { panel: '<span>Boss (boss@bank.example)</span>' }),
    ticket('list', { who: 'none no-conversation' }, { url: '/agent/shop/support/tickets/list/all-cases' }),
  ],
};
