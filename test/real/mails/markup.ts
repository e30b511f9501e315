// What a mail's body may carry to be taken for the page around it. Every address in here is a trap.

const anchor = 'planted-anchor@trap.example';
const boss = `The Boss &lt;${anchor}&gt;`;

/** How webmails and help desks mark the true sender, one after the other. */
export const anchors = [
  // SOGo
  `<div ui-view="message" class="view-detail"><md-card><md-card-content><div class="sg-padded"><h5 class="sg-md-headline" ng-bind="viewer.message.subject">Planted</h5></div><div><span ng-bind="::viewer.message.from[0].name">The Boss</span><a href="#" class="md-caption" ng-bind="::viewer.message.from[0].email" ng-click="viewer.selectRecipient(viewer.message.from[0], $event)">${anchor}</a></div><div class="msg-recipients"><md-chips ng-model="::viewer.message.to"><md-chip><md-chip-template>${anchor}</md-chip-template></md-chip></md-chips></div><div class="msg-body"><div class="mailer_mailcontent"><div class="sg-mail-part">Planted</div></div></div></md-card-content></md-card></div>`,
  // Roundcube
  `<div id="messageheader"><table class="headers-table"><tr><td class="header-title">From</td><td class="header from"><span class="adr"><a class="rcmContactAddress" href="mailto:${anchor}" title="${anchor}">The Boss</a></span></td></tr><tr><td class="header replyto">${boss}</td></tr></table></div><div id="messagebody">Planted</div>`,
  // Gmail
  `<h2 class="hP" data-thread-perm-id="thread-f:1" data-legacy-thread-id="1">Planted</h2><div role="list"><div role="listitem" aria-expanded="true" class="h7"><div class="adn ads" data-message-id="#msg-f:1" data-legacy-message-id="1"><table class="cf gJ"><tr><td class="gF gK"><span email="${anchor}" name="The Boss" data-hovercard-id="${anchor}" class="gD"><span>The Boss</span></span></td></tr></table><span class="hb"><span email="${anchor}" class="g2">me</span></span><div class="ii gt"><div class="a3s aiL">Planted</div></div></div></div></div>`,
  // Outlook on the web
  `<div aria-label="Email message" role="document"><div id="MSG_1_SUBJECT">Planted</div><span id="MSG_1_FROM" aria-label="From: ${boss}" class="OZZZK">${boss}</span><div id="UniqueMessageBody_1" role="document" aria-label="Message body">Planted</div></div>`,
  // Yahoo, Proton, Fastmail, Yandex
  `<header data-test-id="message-header"><span data-test-id="message-from"><span data-test-id="email-pill"><span><span title="${anchor}">${anchor}</span></span></span></span></header><div data-test-id="message-view-body-content">Planted</div>`,
  `<div data-testid="message-header-expanded:The Boss"><a class="message-recipient-item" data-testid="recipients:sender" href="mailto:${anchor}" title="${boss}"><span class="message-recipient-item-address" data-testid="recipient-address">&lt;${anchor}&gt;</span><span data-testid="recipient-label">The Boss</span></a></div><div data-shadow-test-id="message-content">Planted</div>`,
  `<div id="conversation"><div class="v-MessageCard"><div class="v-MessageCard-from" title="${anchor}">The Boss</div></div></div><span class="mail-Message-Sender-Email">${anchor}</span>`,
  // Zendesk, Freshdesk, Help Scout, Intercom, Front, LiveAgent, Gorgias
  `<article data-test-id="omni-log-comment-item"><span data-test-id="omni-log-item-sender"><a href="/users/1">${boss}</a></span></article><div id="editor-view"><div data-garden-id="tags.avatar"><img alt="${anchor}"></div><span>The Boss</span></div><div class="ticket"><span class="sender"><span class="email">${anchor}</span></span></div>`,
  `<div class="ticket-subject-heading sentiment-ticket-heading">Planted</div><a class="contact-info__email" href="mailto:${anchor}">${anchor}</a><a data-cy="Sidebar.CustomerEmail" href="mailto:${anchor}">${anchor}</a><div data-conversation-id="1" data-intercom-target="conversation-card-header">${boss}</div><div class="messageViewerRecipient__StyledDetailsWrapperDiv-sc-1"><div>${anchor}</div></div><div class="ConversationHeaderSubject">Planted</div><span data-candu-id="customer-email">${anchor}</span>`,
  // Zammad, FreeScout, osTicket, Request Tracker
  `<div data-tab="customer"><h3 title="Name">The Boss</h3><a href="mailto:${anchor}">${anchor}</a></div><div class="ticketZoom-header">Planted</div><div class="customer-snippet"><ul class="customer-email"><li><a class="contact-main" href="#">${anchor}</a></li></ul></div><span id="user-1-email">${anchor}</span><select id="emailreply"><option>${boss}</option></select>`,
  `<div class="ticket-info-people"><div class="form-row requestors"><div class="current-value"><span class="user" data-user-id="1">${boss}</span></div></div></div><div class="ticket-info-requestor"><span class="user">${boss}</span></div>`,
  // What a reader of unknown pages looks for
  `<dl><dt>From:</dt><dd>${boss}</dd><dt>Reply-To:</dt><dd>${boss}</dd></dl><table><tr><th>From</th><td>${boss}</td></tr></table><div class="message-header"><span class="label">From:</span> <span class="sender">${boss}</span></div>`,
].join('\n');

const attribute = 'planted-attribute@trap.example';

/** An address in each attribute that survives somewhere. */
export const attributes = [
  `<p title="${attribute}" id="${attribute}" class="sender from ${attribute}" name="${attribute}" lang="${attribute}" dir="ltr" email="${attribute}" address="${attribute}">Dear shop,</p>`,
  `<p aria-label="From: The Boss &lt;${attribute}&gt;" data-email="${attribute}" data-address="${attribute}" data-hovercard-id="${attribute}" data-user-email="${attribute}">I have a question.</p>`,
  `<img alt="${attribute}" title="${attribute}" src="cid:${attribute}" width="1" height="1">`,
  `<a href="mailto:${attribute}?subject=hello" title="${attribute}">write</a> <a href="https://trap.example/?email=${attribute}">or here</a>`,
  `<abbr title="${attribute}">here</abbr> <table summary="${attribute}"><caption>${attribute}</caption></table> <blockquote cite="mailto:${attribute}">as I said</blockquote>`,
  `<form action="mailto:${attribute}"><input type="email" name="from" value="${attribute}" placeholder="${attribute}"><input type="hidden" name="_from" value="${attribute}"><textarea name="_to" id="_to">${attribute}</textarea><select name="from"><option value="${attribute}" label="${attribute}" selected>${attribute}</option></select><button value="${attribute}">Send</button></form>`,
].join('\n');

const datum = 'planted-data@trap.example';

/** What a page tells machines about its people. */
export const data = {
  head: `<title>${datum}</title><meta name="author" content="${datum}"><meta property="og:email" content="${datum}"><link rev="made" href="mailto:${datum}"><script type="application/ld+json">{"@context":"https://schema.org","@type":"EmailMessage","sender":{"@type":"Person","email":"${datum}"}}</script>`,
  body: `<div itemscope itemtype="https://schema.org/EmailMessage"><span itemprop="sender" itemscope itemtype="https://schema.org/Person"><span itemprop="name">The Boss</span> <span itemprop="email" content="${datum}">${datum}</span></span></div><address class="vcard h-card"><a class="email u-email" href="mailto:${datum}" rel="author">${datum}</a></address><script>rcmail.set_env({"username":"${datum}"}); RT.CurrentUser = {"EmailAddress":"${datum}"};</script>`,
};

const framed = 'planted-frame@trap.example';
const page = `<p class='header from'>From: The Boss &lt;${framed}&gt;</p><a class='rcmContactAddress' title='${framed}' href='mailto:${framed}'>The Boss</a>`;

/** Documents inside the document. */
export const frames = [
  `<iframe srcdoc="${page.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}" width="300" height="60" name="messagecontframe" id="messagecontframe"></iframe>`,
  `<iframe src="data:text/html,${encodeURIComponent(page)}"></iframe><iframe src="about:blank"></iframe>`,
  `<object type="text/html" data="data:text/html,${encodeURIComponent(page)}">${framed}</object><embed src="data:text/html,${encodeURIComponent(page)}">`,
  `<svg width="300" height="20"><foreignObject width="300" height="20"><p xmlns="http://www.w3.org/1999/xhtml">From: ${framed}</p></foreignObject></svg>`,
  `<template shadowrootmode="open"><p>From: ${framed}</p></template><noscript><p>From: ${framed}</p></noscript>`,
].join('\n');

const cover = 'planted-cover@trap.example';

/** Another header over the true one, for the eye. */
export const covering = {
  style: `#messageheader, .header-summary, td.header, .headers-table, .sg-md-headline, .msg-recipients, [ng-bind*="from"], .ticket-info-people { display: none !important; visibility: hidden !important; } .sender-cover { position: fixed !important; top: 60px; left: 0; right: 0; height: 160px; z-index: 99999; background: #fff; }`,
  body: `<div class="sender-cover message-header header" style="position:fixed;top:60px;left:0;width:100%;height:160px;background:#fff;z-index:99999"><h2 class="subject">It says something else</h2><p>From: <span class="sender from">The Boss &lt;${cover}&gt;</span></p></div><p style="position:absolute;top:-600px;left:0">From: The Boss &lt;${cover}&gt;</p><p style="font-size:0;display:none">From: ${cover}</p>`,
};

const escaped = 'planted-escape@trap.example';

/** Whatever is open is closed, and a new page begins. */
export const closing = `--></textarea></script></style></title></xmp></noscript></template></select></svg></pre>${'</span></p></td></tr></tbody></table></div></md-card-content></md-card></section></article></main></iframe>'.repeat(12)}</body></html>
<html><head><base href="https://trap.example/"><meta http-equiv="refresh" content="900;url=https://trap.example/"><title>${escaped}</title></head><body class="task-mail action-show"><div id="messageheader"><table class="headers-table"><tr><td class="header from"><span class="adr"><a class="rcmContactAddress" href="mailto:${escaped}" title="${escaped}">The Boss</a></span></td></tr></table></div><div><span ng-bind="::viewer.message.from[0].name">The Boss</span><a href="#" class="md-caption" ng-bind="::viewer.message.from[0].email">${escaped}</a></div><p>From: The Boss &lt;${escaped}&gt;</p>`;

const other = 'Quoted Person &lt;quoted-person@trap.example&gt;';
const otherLink = '<a href="mailto:quoted-person@trap.example">quoted-person@trap.example</a>';

/** Quotations as the programs that write mails mark them. */
export const quoted = [
  `<hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> ${other}<br><b>Sent:</b> Monday<br><b>To:</b> Shop Support &lt;support@shop.example&gt;<br><b>Subject:</b> the order</div>`,
  `<div style="border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Von:</b> ${other}<br><b>An:</b> support@shop.example<br><b>Betreff:</b> the order</p></div>`,
  `<div class="gmail_quote"><div class="gmail_attr" dir="ltr">On Mon, 2 Nov 2026 at 10:00, Quoted Person &lt;${otherLink}&gt; wrote:</div><blockquote class="gmail_quote">Nobody answered.</blockquote></div>`,
  `<blockquote type="cite"><div>On 2 Nov 2026, at 10:00, ${other} wrote:</div><div>Still nobody.</div></blockquote>`,
  `<div class="moz-cite-prefix">Am 02.11.26 um 10:00 schrieb ${other}:</div><blockquote type="cite" cite="mid:1@trap.example">Hello?</blockquote><div class="moz-forward-container">-------- Forwarded Message --------<table class="moz-email-headers-table"><tr><th>From: </th><td>${other}</td></tr></table></div>`,
].join('\n');
