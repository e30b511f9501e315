import type { Corpus, CorpusPage, Truth } from './corpus.ts';
import { TRAPS } from './traps.ts';

type Box = readonly [name: string, address: string];
type Mail = { from: Box; to: readonly Box[]; subject: string };

const shop: Box = ['Shop', 'support@shop.example'];
const maria: Box = ['Maria Jensen', 'maria@cafe.example'];

const escaped = (text: string): string => text.replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
const full = ([name, address]: Box): string => escaped(name ? `${name} <${address}>` : address);

// SOGo's own marks inside a mail's text, which keeps them.
const ownMarks = `<div ui-view="message"><md-card><div class="sg-padded"><h5 ng-bind="viewer.message.subject">Planted</h5></div>
<span ng-bind="::viewer.message.from[0].name">Boss</span><a class="md-caption" ng-bind="::viewer.message.from[0].email">sogo@trap.example</a>
<div class="msg-recipients"><span ng-repeat="recipient in viewer.message.to"><a ng-bind="recipient.full">Boss &lt;sogo2@trap.example&gt;</a></span></div><div class="msg-body">x</div></md-card></div>
<md-dialog id="mailEditor"><md-chips ng-model="editor.message.editable.to"><md-chip-template>Boss &lt;sogo3@trap.example&gt;</md-chip-template></md-chips></md-dialog>`;

const body = `<div class="msg-body"><div class="mailer_mailcontent"><div class="md-flex sg-mail-part"><div class="SOGoHTMLMail-CSS-Delimiter">${TRAPS}${ownMarks}</div></div></div></div>`;
const source =
  '<div class="sg-back"><md-card><md-card-content><pre ng-bind-html="viewer.message.$rawSource">From: Boss &lt;source@trap.example&gt;</pre></md-card-content></md-card></div>';

const chip = ([name, address]: Box): string =>
  `<md-chip><div class="md-chip-content"><md-chip-template ng-click="viewer.selectRecipient($chip, $event)">${escaped(name || address)}</md-chip-template></div></md-chip>`;

const recipients = (to: readonly Box[], label: string): string =>
  `<div class="msg-recipients layout-column"><div class="pseudo-input-container--compact"><label class="pseudo-input-label">${label}</label>
<div class="pseudo-input-field ng-hide"><a href="#" ng-bind="::viewer.message.$shortRecipients(5)">${to.map(([name, address]) => escaped(name.split(' ')[0] || address)).join(', ')}</a></div>
<div class="pseudo-input-field"><md-chips class="sg-readonly" ng-model="::viewer.message.to">${to.map(chip).join('')}</md-chips></div></div></div>`;

const view = ({ from, to, subject }: Mail, label = 'To'): string =>
  `<div ui-view="message" id="detailView" class="view-detail"><div class="sg-reversible"><div class="sg-face"><md-card><md-card-actions><button class="sg-icon-button" aria-label="Reply">reply</button></md-card-actions><md-card-content>
<div class="sg-padded"><h5 class="sg-md-headline" ng-bind="viewer.message.subject">${escaped(subject)}</h5><time class="msg-date" ng-bind="::viewer.message.date">Sunday</time></div>
<div class="layout-row"><div class="pseudo-input-container--compact"><sg-avatar-image class="md-tile-left" sg-email="::viewer.message.from[0].email">person</sg-avatar-image><div><span ng-bind="::viewer.message.from[0].name">${escaped(from[0])}</span>
<a href="#" class="md-caption" ng-bind="::viewer.message.from[0].email">${from[1]}</a></div></div>${recipients(to, label)}</div>
<div>${body}</div></md-card-content></md-card></div>${source}</div></div>`;

/** As versions 3 and 4 show it. */
const olderView = ({ from, to, subject }: Mail): string =>
  `<div ui-view="message" class="view-detail"><div class="sg-reversible"><div class="sg-face"><md-card><md-card-content>
<div class="sg-padded"><h5>${escaped(subject)}</h5><time class="msg-date">Sunday</time></div>
<div class="pseudo-input-container--compact"><div class="md-list-item-text"><span>${escaped(from[0])}</span><br><a href="#" class="md-caption" ng-bind="viewer.message.from[0].email">${from[1]}</a></div></div>
<div class="msg-recipients"><label class="pseudo-input-label">To</label><div class="pseudo-input-field"><a href="#">me</a></div>
<div class="pseudo-input-field ng-hide">${to.map((box) => `<span ng-repeat="recipient in viewer.message.to"><a href="#" ng-bind="recipient.full">${full(box)}</a></span>`).join('')}</div></div>
<div>${body.replace(' sg-mail-part', '')}</div></md-card-content></md-card></div>${source}</div></div>`;

const editor = (to: readonly Box[], cc: readonly Box[]): string => {
  const chips = (kind: string, boxes: readonly Box[]): string =>
    `<md-chips ng-model="editor.message.editable.${kind}">${boxes.map((box) => `<md-chip><div class="md-chip-content"><md-chip-template><div class="sg-tile-content">${full(box)}</div></md-chip-template></div></md-chip>`).join('')}</md-chips>`;
  return `<div class="md-dialog-container"><md-dialog id="mailEditor"><form name="messageForm"><md-autocomplete md-input-name="from"><input name="from" type="search" value="${full(shop)}"></md-autocomplete>
<md-dialog-content><header><label>To</label>${chips('to', to)}<label>Cc</label>${chips('cc', cc)}<input name="subject" value="Re: prices"></header><div class="cke"><textarea>From: Boss &lt;quoted@trap.example&gt;</textarea></div></md-dialog-content></form></md-dialog></div>`;
};

const list = `<div class="view-list"><md-list-item class="sg-message-list-item" aria-label="Hello"><button aria-label="Hello"></button><div class="sg-tile-content"><span>row1@trap.example</span><div class="sg-tile-subject">Hello</div></div></md-list-item></div>`;
const side = `<md-sidenav><p ng-bind="::activeUser.identification">Shop</p><p ng-bind="::activeUser.email">${shop[1]}</p></md-sidenav>`;
const user = `<script type="text/javascript">var mailAccounts = [{"userName":"login@trap.example"}];</script><script type="text/javascript">var UserLogin = 'support'; var UserEmail = '${shop[1]}';</script>`;

const page = (
  name: string,
  hash: string,
  shown: string,
  truth: Truth,
  { lang = 'en', path = 'view', around = `${side}${list}`, beside = '' } = {},
): CorpusPage => ({
  name: `sogo-${name}`,
  url: `https://groupware.shop.example/SOGo/so/support/Mail/${path}#!/Mail/${hash}`,
  html: `<!doctype html><html lang="${lang}"><head><title>Inbox | Mail | SOGo</title><link rev="made" href="mailto:made@trap.example"><link href="/SOGo.woa/WebServerResources/css/styles.css?lm=1" rel="stylesheet"></head>
<body class="main" ng-app="SOGo.MailerUI">${user}<main class="layout-fill"><section class="layout-row">${around}${shown}</section></main>${beside}</body></html>`,
  truth,
});

const order: Mail = {
  from: maria,
  to: [shop, ['Lukas', 'lukas@brot.example']],
  subject: 'Where is my order?',
};

export const sogo: Corpus = {
  host: 'sogo',
  seen: '2026-11-22',
  pages: [
    page('message', '0/INBOX/67', view(order), {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: '0/INBOX/67',
      subject: 'Where is my order?',
      self: [shop[1]],
    }),
    page(
      'window-of-its-own',
      '0/INBOX/78',
      view({ ...order, from: ['', 'scanner@tiny.example'] }, 'An'),
      { who: 'one scanner@tiny.example', self: [shop[1]] },
      { lang: 'de', path: '/UIxMailPopupView', around: '' },
    ),
    page('lying-name', '0/INBOX/51', view({ ...order, from: ['support@shop.example', 'x@evil.example'] }), {
      who: 'one x@evil.example support@shop.example',
    }),
    // The name of a recipient stands where an address would: it may be a lie, and it is all that there is.
    page(
      'sent',
      '0/Sent/12',
      view({ from: shop, to: [['planted@trap.example', 'x@evil.example']], subject: 'Re: prices' }),
      { who: 'none name-only' },
    ),
    page('version-4', '0/virtual/INBOX/5', olderView({ from: shop, to: [maria], subject: 'Re: grinders' }), {
      who: 'one maria@cafe.example Maria Jensen',
      conversation: '0/virtual/INBOX/5',
      subject: 'Re: grinders',
    }),
    page(
      'reply',
      '0/INBOX/11',
      view({ from: ['Contact form', 'no-reply@shop.example'], to: [shop], subject: 'Contact form: prices' }),
      { who: 'one priya@spice.example Priya Nair', self: [shop[1]] },
      { beside: editor([['Priya Nair', 'priya@spice.example']], []) },
    ),
    page('list', '0/INBOX', '<div ui-view="message" id="detailView" class="view-detail sg-close"></div>', {
      who: 'none no-conversation',
    }),
  ],
};
