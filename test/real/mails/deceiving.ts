import { customers, shop } from './people.ts';
import type { Contact, TestMail } from './types.ts';

const fooling = (
  id: string,
  who: Contact,
  subject: string,
  holds: string,
  body: { text?: string; html?: string },
): TestMail => ({
  id,
  folder: 'inbox',
  subject,
  holds,
  truth: { kind: 'person', who },
  message: { from: who, to: shop.support, ...body },
});

// Markup that webmails and help desks use for the real sender, inside a mail's body. Whatever of it survives
// the host's own clean-up must not be believed.
const plantedMarkup = `<html><head><title>planted-title@trap.example</title></head><body>
<div id="messageheader" class="message-header"><table class="headers-table"><tbody><tr><td class="header-title">From</td>
<td class="header from"><span class="adr"><a href="mailto:planted-header@trap.example" class="rcmContactAddress" title="planted-header@trap.example">The Boss</a></span></td></tr></tbody></table></div>
<div class="header-summary"><span>From <a class="rcmContactAddress" href="mailto:planted-contact@trap.example" title="planted-contact@trap.example">The Boss</a></span></div>
<span class="gD" email="planted-gd@trap.example" name="The Boss">The Boss</span>
<div class="form-row requestors"><div class="current-value"><span class="user">The Boss &lt;planted-requestor@trap.example&gt;</span></div></div>
<p>Dear shop, please answer me, not the others.</p>
<p><a href="mailto:planted-mailto@trap.example">write to me here</a> or <abbr title="planted-title@trap.example">here</abbr></p>
<form><input type="text" name="_from" value="planted-input@trap.example"></form>
</body></html>`;

/** Mails that claim to be from somebody else than they are. */
export const deceiving: readonly TestMail[] = [
  fooling(
    'name-claims-support',
    { name: 'support@shop.example', address: 'x@evil.example' },
    'Password reset required',
    'the display name is our own address',
    { text: 'Dear colleague,\n\nplease confirm your password at the link below.\n' },
  ),
  fooling(
    'name-claims-customer',
    { name: customers.maria.address, address: 'x@evil.example' },
    'New bank account for refunds',
    "the display name is a customer's address",
    { text: 'Hello, please pay my refund into the account below from now on.\n\nMaria\n' },
  ),
  fooling(
    'name-hides-address',
    { name: 'Bob (bob@bank.example)', address: 'x91@throwaway.example' },
    'Your account statement',
    'another address in brackets inside the display name',
    { text: 'See attached.\n\nBob\n' },
  ),
  fooling(
    'name-is-a-mailbox',
    { name: `${shop.support.name} <${shop.support.address}>`, address: 'x92@evil.example' },
    'Mailbox almost full',
    'the display name is a whole mailbox of ours, brackets and all',
    { text: 'Sign in below to keep your mails.\n' },
  ),
  {
    id: 'name-in-an-encoded-word',
    folder: 'inbox',
    subject: 'Refund to another account, please',
    holds: "an encoded word that decodes to a customer's mailbox",
    truth: {
      kind: 'person',
      who: { name: `${customers.maria.name} <${customers.maria.address}>`, address: 'x93@evil.example' },
    },
    raw: 'From: =?utf-8?Q?Maria_Jensen_=3Cmaria=2Ejensen=40fjordkaffe=2Eexample=3E?= <x93@evil.example>\r\nTo: support@shop.example\r\nContent-Type: text/plain\r\n\r\nThe account is below.\r\n',
  },
  fooling(
    'name-pushes-the-address-away',
    {
      name: `${customers.maria.name} <${customers.maria.address}>${'\u00a0'.repeat(90)}`,
      address: 'x94@evil.example',
    },
    'One more thing about my order',
    "a customer's mailbox and ninety no-break spaces before the true address",
    { text: 'Could you send it to my office instead?\n' },
  ),
  fooling(
    'name-of-markup',
    {
      name: '<a class="rcmContactAddress" title="planted-name@trap.example">The Boss</a>{{1+1}}',
      address: 'x95@evil.example',
    },
    'A name in angle brackets',
    'a display name that is markup and a template',
    { text: 'Is this shown as it is written?\n' },
  ),
  fooling(
    'name-with-a-wide-at-sign',
    { name: 'maria.jensen\uff20fjord\u200bkaffe.example', address: 'x96@evil.example' },
    'My new telephone number',
    "a customer's address with a full-width @ and a zero-width space as the display name",
    { text: 'Please call me on it.\n' },
  ),
  {
    id: 'letter-of-another-script',
    folder: 'inbox',
    subject: 'Is the Guji back in stock?',
    holds: "a customer's address with one Cyrillic letter in it",
    // The second letter is U+0430.
    truth: { kind: 'person', who: { name: 'Maria Jensen', address: 'm\u0430ria.jensen@fjordkaffe.example' } },
    raw: 'From: Maria Jensen <m\u0430ria.jensen@fjordkaffe.example>\r\nTo: support@shop.example\r\nContent-Type: text/plain\r\n\r\nAnd the Sidamo?\r\n',
  },
  fooling(
    'name-turned-round',
    { name: 'Anna \u202eelpmaxe.knab@troppus\u202c', address: 'anna@backwards.example' },
    'Urgent: confirm the payment',
    'a display name that is written backwards to look like an address',
    { text: 'Please confirm.\n' },
  ),
  fooling(
    'look-alike-domain',
    // fjordkaffé.example, as it goes over the wire.
    { name: customers.maria.name, address: 'maria.jensen@xn--fjordkaff-j4a.example' },
    'Please use this address from now on',
    "a customer's name at a domain that differs by one accent",
    { text: 'Hello, my old address stops working tomorrow.\n\nMaria\n' },
  ),
  fooling(
    'look-alike-letter',
    { name: customers.maria.name, address: 'maria.jensen@fjordkafie.example' },
    'Order change, quickly please',
    "a customer's name at a domain that differs by one letter",
    { text: 'Hello, send the next box to the new address below.\n\nMaria\n' },
  ),
  fooling(
    'planted-markup',
    customers.priya,
    'A question about payment terms',
    "a body with the host's own markup in it",
    {
      html: plantedMarkup,
    },
  ),
  fooling(
    'quoted-people',
    customers.ana,
    'Re: Re: Fwd: the invoice of March',
    'quoted text that names others',
    {
      text: 'Please see below, it is the same thing again.\n\nAna\n\nOn Mon, 2 Nov 2026, Quoted Person <quoted-person@trap.example> wrote:\n> From: Quoted Person <quoted-person@trap.example>\n> To: Shop Support <support@shop.example>\n> Subject: the invoice of March\n>\n> Nobody ever answered me.\n> mailto:planted-mailto@trap.example\n',
    },
  ),
  {
    id: 'bare-address',
    folder: 'inbox',
    subject: 'Scan from the office printer',
    holds: 'no display name, a bare address and odd spacing, as old devices write',
    truth: { kind: 'person', who: { name: '', address: 'scanner@tiny.example' } },
    raw: 'From:   scanner@tiny.example  \r\nTo: support@shop.example\r\nContent-Type: text/plain\r\n\r\nScan attached.\r\n',
  },
  {
    id: 'unquoted-name',
    folder: 'inbox',
    subject: 'A name that should have been quoted',
    holds: 'an unquoted dot and raw UTF-8 in the display name',
    truth: { kind: 'person', who: { name: 'J. Müller', address: 'j.mueller@werkstatt.example' } },
    raw: 'From: J. Müller <j.mueller@werkstatt.example>\r\nTo: support@shop.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGuten Tag, wann kommt die Lieferung?\r\n',
  },
  {
    id: 'name-without-address',
    folder: 'inbox',
    subject: 'From somebody without an address',
    holds: 'a From line that carries a name only',
    truth: { kind: 'nobody', because: 'no-address' },
    raw: 'From: The Front Desk\r\nTo: support@shop.example\r\nContent-Type: text/plain\r\n\r\nA parcel for you is downstairs.\r\n',
  },
];
