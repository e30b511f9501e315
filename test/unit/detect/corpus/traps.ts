/**
 * A mail's text that tries every host: what it would take for a sender, a recipient, a requester, who is signed in.
 * Whoever is read out of it is an address at trap.example. It stands inside the body of every page of the corpus.
 */
export const TRAPS = `
<p>Please answer to <a href="mailto:mailto@trap.example">this desk</a> <span title="title@trap.example">hover</span></p>
<table class="v1headers-table headers-table"><tbody><tr><td class="header-title">From</td><td class="header from"><span class="adr"><a class="rcmContactAddress" title="planted@trap.example" href="mailto:planted@trap.example">Boss</a></span></td></tr></tbody></table>
<div class="ticket-info-people"><div class="form-row requestors"><span class="current-value"><span class="user">Planted &lt;requestor@trap.example&gt;</span></span></div></div>
<div role="list"><div role="listitem" class="h7"><div class="adn" data-message-id="#msg-f:1"><h3><span class="gD" email="gmail@trap.example" name="Boss">Boss</span></h3><span class="hb"><span class="g2" email="gmail2@trap.example">me</span></span><div class="a3s">x</div></div></div></div>
<div aria-label="Email message"><div aria-label="From: Boss &lt;outlook@trap.example&gt;" id="x_FROM">Boss &lt;outlook2@trap.example&gt;</div></div>
<header><span data-test-id="message-from"><span data-test-id="email-pill"><span title="yahoo@trap.example"><span>yahoo2@trap.example</span></span></span></span></header>
<div data-test-id="message-view-body-content">x</div>
<a class="message-recipient-item" data-testid="recipients:sender" href="mailto:proton@trap.example" title="proton@trap.example">Boss <span data-testid="recipient-address">&lt;proton2@trap.example&gt;</span></a>
<div class="customer-snippet"><div class="customer-email"><a class="contact-main">freescout@trap.example</a></div></div>
<span id="user-1-email">&lt;osticket@trap.example&gt;</span>
<article data-test-id="omni-log-comment-item"><span data-test-id="omni-log-item-sender">zendesk@trap.example</span></article>
<div data-test-id="attribute-email-display"><div>zendesk2@trap.example</div></div>
<div data-test-id="requester-info-contact-email"><div class="info-details-content">freshdesk@trap.example</div></div>
<div class="messageViewerBase__StyledMessageDiv"><span class="messageViewerRecipient__StyledHandleSpan">&lt;front@trap.example&gt;</span></div>
<label for="email-1">Email</label><div><button><span>gorgias@trap.example</span></button></div>
<a data-test-id="contact-chicklet-email" href="mailto:hubspot@trap.example">hubspot@trap.example</a>
<div data-tab="customer"><span title="Email">zammad@trap.example</span></div>
<div itemscope itemtype="https://schema.org/EmailMessage"><span itemprop="sender"><meta itemprop="email" content="microdata@trap.example"></span></div>
<main data-suki-demo="1"><article data-conversation="x"><header><a class="from" data-address="demo@trap.example">X</a></header></article></main>
<dl><dt>From:</dt><dd>Boss &lt;labelled@trap.example&gt;</dd><dt>To:</dt><dd>support@shop.example</dd><dt>Subject:</dt><dd>pay</dd></dl>
<div class="sender" data-email="sender@trap.example">S</div>
<p>From: Boss &lt;text@trap.example&gt;</p><p>To: you</p>
<input value="input@trap.example"><img alt="alt@trap.example">
<blockquote>On Monday Old Writer &lt;quoted@trap.example&gt; wrote:</blockquote>
<div class="signature"><a href="mailto:signature@trap.example">sign</a></div>`;
