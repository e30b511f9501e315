import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Words = { lang: string; email: string; phone: string; from: string; note: string };
const english: Words = { lang: 'en-us', email: 'Email', phone: 'Phone', from: 'From', note: 'Note' };
const german: Words = { lang: 'de-de', email: 'E-Mail', phone: 'Telefon', from: 'Von', note: 'Notiz' };

type Customer = { name: string; address: string };
type Ticket = { id: number; title: string; customer: Customer; words: Words };

const article = (id: number, who: string, from: string, { from: label }: Words): string =>
  `<div class="ticket-article-item ${who} email" data-id="${id}" id="article-${id}"><div class="article-content-meta top hide"><div class="article-meta top"><div class="horizontal article-meta-row"><div class="article-meta-key u-textTruncate">${label}</div><div class="article-meta-value flex contain-text">${from}</div></div></div></div>
<div class="article-content"><div class="textBubble"><div class="textBubble-content" id="article-content-${id}"><div class="richtext-content">${TRAPS}</div></div></div></div></div>`;

/** The pane of a ticket that was opened: the customer is in a tab at its side. */
const ticket = ({ id, title, customer, words }: Ticket, active: boolean): string =>
  `<div id="content_permanent_Ticket-${id}" class="content horizontal flex ${active ? 'active' : 'hide'}"><div class="tabsSidebar-holder"><div class="main flex"><div class="ticketZoom"><div class="ticketZoom-header"><div class="js-ticketTitleContainer ticket-title"><div contenteditable="true" class="ticket-title-update js-objectTitle">${title}</div></div></div>
<div class="ticket-article">${article(id * 10, 'customer', `${customer.name} &lt;${customer.address}&gt;`, words)}${article(id * 10 + 1, 'agent internal', 'Kim &lt;kim@colleague.example&gt;', words)}${article(id * 10 + 2, 'agent', 'Shop via Rita &lt;support@shop.example&gt;', words)}</div>
<div class="article-new"><div class="articleNewEdit-body" contenteditable="true">Hello, row4@trap.example</div><input name="to" value="row5@trap.example"></div></div></div>
<div class="tabsSidebar vertical"><div class="sidebar flex" data-tab="ticket"><div class="sidebar-content"><select name="owner_id"><option value="5">Rita</option></select></div></div>
<div class="sidebar flex hide" data-tab="customer"><div class="sidebar-header"><h2 class="js-headline">Customer</h2></div><div class="sidebar-content"><div class="sidebar-block"><span class="avatar userInfo-avatar"></span><h3 title="Name">${customer.name}</h3></div>
<div class="sidebar-block"><label>${words.email}</label> ${customer.address} </div><div class="sidebar-block"><label>${words.phone}</label> <a href="tel:+451">+451</a></div>
<div class="sidebar-block"><label>${words.note}</label><div contenteditable="true" data-name="note">Her boss: <a href="mailto:row6@trap.example">row6@trap.example</a></div></div></div></div>
<div class="sidebar flex hide" data-tab="organization"><div class="sidebar-content"><div class="sidebar-block"><label>Members</label><a href="#user/profile/8">row7@trap.example</a></div></div></div>
<div class="tabsSidebar-tabs"><div class="tabsSidebar-tab active" data-tab="ticket"></div><div class="tabsSidebar-tab" data-tab="customer"></div></div></div></div></div>`;

const maria: Customer = { name: 'Maria Jensen', address: 'maria@cafe.example' };
const other = (words: Words): Ticket => ({
  id: 9,
  title: 'Another ticket',
  customer: { name: 'Old', address: 'row3@trap.example' },
  words,
});

const page = (name: string, url: string, lang: string, panes: string, truth: Truth): CorpusPage => ({
  name: `zammad-${name}`,
  url: `https://desk.shop.example/${url}`,
  html: `<!doctype html><html lang="${lang}"><head><title>Zammad Helpdesk</title><link rel="stylesheet" href="/assets/application-1a2b.css"><script src="/assets/application-3c4d.js"></script><script src="/assets/form/form.js" id="zammad_form_script"></script></head><body>
<div id="app" class="app"><div id="navigation"><div class="user-menu"><a title="Rita" href="#current_user">RI</a></div><div class="tasks"><a class="task" href="#ticket/zoom/9">row1@trap.example asks</a></div></div>${panes}</div></body></html>`,
  truth,
});

/** The new view: one ticket is in the page, and beside it the tab that is chosen. */
const desktop = (name: string, sidebar: string, truth: Truth): CorpusPage => ({
  name: `zammad-${name}`,
  url: 'https://desk.shop.example/desktop/tickets/12',
  html: `<!doctype html><html lang="de-de"><head><title>Ticket#100012 - Rechnung</title><link rel="stylesheet" href="/assets/frontend/fonts-55.css"><script src="/vite/assets/desktop-Ab12.js" type="module"></script></head><body>
<div id="app"><aside id="main-sidebar"><a href="/desktop/tickets/9">Ticket of row1@trap.example</a></aside><main><div data-test-id="article-bubble-container-5"><div id="article-meta-information-5" aria-hidden="true"></div><article data-test-id="article-bubble-body-5"><div data-test-id="article-content"><section class="inner-article-body">${TRAPS}</section></div></article></div></main>
<div id="ticketSidebar" class="flex grow flex-col">${sidebar}</div></div></body></html>`,
  truth,
});

const chosen = `<div class="flex w-full"><h2>Kunde</h2></div><div><div class="flex"><a href="/desktop/users/3"><span>MJ</span></a><div><span>Maria Jensen</span></div></div>
<section><h3>E-Mail</h3><a data-test-id="common-link" class="text-blue" href="mailto:maria@cafe.example" target="_blank"> maria@cafe.example </a></section>
<section><h3>Notiz</h3><div contenteditable="true">Chefin: <a href="mailto:row6@trap.example">row6@trap.example</a></div></section><div><header id="customer-tickets-header"><h3>Tickets</h3></header><div id="customer-tickets" data-test-id="customer-tickets">2</div></div></div>`;

export const zammad: Corpus = {
  host: 'zammad',
  seen: '2026-11-22',
  pages: [
    page(
      'among-other-tickets',
      '#ticket/zoom/12/123',
      'en-us',
      ticket(other(english), false) +
        ticket({ id: 12, title: 'Where is my order?', customer: maria, words: english }, true),
      { who: 'one maria@cafe.example Maria Jensen', conversation: '12', subject: 'Where is my order?' },
    ),
    page(
      'name-that-claims',
      '#ticket/zoom/7',
      'de-de',
      ticket(
        {
          id: 7,
          title: 'Rechnung',
          customer: { name: 'Bob (bob@bank.example)', address: 'x91@wegwerf.example' },
          words: german,
        },
        true,
      ) + ticket(other(german), false),
      { who: 'one x91@wegwerf.example Bob (bob@bank.example)', conversation: '7' },
    ),
    page(
      'overview',
      '#ticket/view/my_assigned',
      'en-us',
      `<div class="content active"><table class="table"><tr class="item"><td><a href="#ticket/zoom/9">Order</a></td><td title="row1@trap.example">Row One</td></tr></table></div>${ticket(other(english), false)}`,
      { who: 'none no-conversation' },
    ),
    desktop('desktop-customer-is-chosen', chosen, { who: 'one maria@cafe.example', conversation: '12' }),
    desktop(
      'desktop-ticket-is-chosen',
      '<div><h2>Ticket</h2><section><h3>Besitzer</h3>Rita</section></div>',
      {
        who: 'none name-only',
      },
    ),
  ],
};
