import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Words = { lang: string; user: string; email: string; from: string; posted: string };
const english: Words = { lang: 'en_US', user: 'User', email: 'Email', from: 'From', posted: 'posted' };
const german: Words = { lang: 'de', user: 'Benutzer', email: 'E-Mail', from: 'Von', posted: 'schrieb' };

const entry = (id: number, kind: string, name: string, { posted }: Words): string =>
  `<div id="thread-entry-${id}"><div class="thread-entry ${kind} avatar"><div class="header"><b>${name}</b> ${posted} <a name="entry-${id}" href="#entry-${id}"><time datetime="2026-11-20">20</time></a><span class="faded title truncate">Order</span></div><div class="thread-body no-pjax"><div>${TRAPS}</div></div></div></div>`;

type Owner = { id: number; name: string; address: string };

const ticket = (number: number, title: string, { id, name, address }: Owner, words: Words): string =>
  `<div class="sticky bar"><h2><a href="tickets.php?id=${number}">Ticket #${number}</a></h2><ul><li><a class="confirm-action" id="ticket-banemail" href="#banemail">Ban &lt;${address}&gt;</a></li></ul></div>
<div class="clear tixTitle has_bottom_border"><h3>${title}</h3></div>
<table class="ticket_info"><tbody><tr><td><table><tbody><tr><th>Status:</th><td>Open</td></tr></tbody></table></td><td><table><tbody>
<tr><th>${words.user}:</th><td><a href="#tickets/${number}/user"><i class="icon-user"></i> <span id="user-${id}-name">${name}</span></a> <a href="tickets.php?a=search&uid=${id}">(<b>3</b>)</a></td></tr>
<tr><th>${words.email}:</th><td><span id="user-${id}-email">${address}</span></td></tr></tbody></table></td></tr></tbody></table>
<table class="ticket_info"><tbody><tr><td><table><tbody><tr><th>Assigned:</th><td>Kim</td></tr></tbody></table></td></tr></tbody></table>
<div id="ticket_thread">${entry(1, 'message', name, words)}${entry(2, 'note', 'Kim', words)}${entry(3, 'response', 'Rita', words)}</div>
<form id="reply"><table><tbody><tr><td><label>${words.from}:</label></td><td><select id="from_email_id" name="from_email_id"><option value="1">Support &lt;support@shop.example&gt;</option></select></td></tr><tr><td><select id="collabselection"><option>row4@trap.example</option></select></td></tr></tbody></table></form>
<div id="popup" class="dialog draggable"><div><span id="user-88-name">Row</span> &lt;<span id="user-88-email">row3@trap.example</span>&gt;</div></div>`;

const page = (name: string, path: string, { lang }: Words, content: string, truth: Truth): CorpusPage => ({
  name: `osticket-${name}`,
  url: `https://tickets.shop.example/scp/${path}`,
  html: `<!doctype html><html lang="${lang}"><head><title>osTicket :: Staff Control Panel</title><script src="./js/scp.js?1"></script><link rel="stylesheet" href="./css/scp.css?1" media="all"></head><body>
<div id="container"><div id="header"><a href="index.php" id="logo"></a><p id="info">Welcome, <strong>Rita</strong> | <a href="profile.php">Profile</a></p></div><ul id="nav"><li><a href="tickets.php">Tickets</a></li></ul><div id="content">${content}</div></div></body></html>`,
  truth,
});

export const osticket: Corpus = {
  host: 'osticket',
  seen: '2026-11-22',
  pages: [
    page(
      'ticket',
      'tickets.php?id=12',
      english,
      ticket(
        12,
        'Where is my order?',
        { id: 5, name: 'Maria Jensen', address: 'maria@cafe.example' },
        english,
      ),
      {
        who: 'one maria@cafe.example Maria Jensen',
        conversation: '12',
        subject: 'Where is my order?',
        self: ['support@shop.example'],
      },
    ),
    page(
      'name-that-claims',
      'tickets.php?status=open&id=13#reply',
      german,
      ticket(
        13,
        'Rechnung',
        { id: 6, name: 'Bob (bob@bank.example)', address: 'x91@wegwerf.example' },
        german,
      ),
      { who: 'one x91@wegwerf.example Bob (bob@bank.example)', conversation: '13' },
    ),
    page(
      'queue',
      'tickets.php?queue=1',
      english,
      '<table class="list queue tickets"><tbody><tr id="9"><td><a class="preview" href="tickets.php?id=9">Order</a></td><td title="row1@trap.example">Row One</td></tr></tbody></table>',
      { who: 'none no-conversation' },
    ),
  ],
};
