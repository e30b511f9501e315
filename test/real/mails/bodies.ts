import { anchors, attributes, closing, covering, data, frames, quoted } from './markup.ts';
import { customers, shop } from './people.ts';
import type { ComposeOptions, Contact, TestMail } from './types.ts';

const withBody = (
  id: string,
  who: Contact,
  subject: string,
  holds: string,
  body: Pick<ComposeOptions, 'text' | 'html' | 'attachments' | 'icalEvent'>,
): TestMail => ({
  id,
  folder: 'inbox',
  subject,
  holds,
  truth: { kind: 'person', who },
  message: { from: who, to: shop.support, ...body },
});

const inner = 'planted-inner@trap.example';

const innerMail = [
  `From: The Boss <${inner}>`,
  'To: Quoted Person <quoted-person@trap.example>',
  `Reply-To: ${inner}`,
  'Subject: what was forwarded',
  'Date: Mon, 2 Nov 2026 10:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  anchors,
  '',
].join('\r\n');

const invitation = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Torrefazione//Calendar//EN',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:tasting-2026@torrefazione.example',
  'DTSTAMP:20261101T100000Z',
  'DTSTART:20261203T100000Z',
  'DTEND:20261203T110000Z',
  'SUMMARY:Tasting',
  `ORGANIZER;CN=The Boss:mailto:${inner}`,
  `ATTENDEE;CN=Shop Support;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${shop.support.address}`,
  'ATTENDEE;CN=Quoted Person;PARTSTAT=ACCEPTED:mailto:quoted-person@trap.example',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const card = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:The Boss\r\nEMAIL:${inner}\r\nEND:VCARD\r\n`;

// As text: a help desk takes a minute to turn as much markup into text.
const longText = Array.from(
  { length: 14_000 },
  (_, n) => `Order ${n}: two bags of the Sidamo, one of the Guji, to planted-inner@trap.example; open`,
).join('\n');

const signed = [
  '-----BEGIN PGP SIGNED MESSAGE-----',
  'Hash: SHA256',
  '',
  'From: The Boss <planted-inner@trap.example>',
  'Please send ten kilos of the Guji.',
  '-----BEGIN PGP SIGNATURE-----',
  'Comment: planted-inner@trap.example',
  '',
  'iQEzBAEBCAAdFiEEnotarealsignatureatall=',
  '=abcd',
  '-----END PGP SIGNATURE-----',
  '',
].join('\n');

/** Mails whose bodies try to be the page around them, and what else a mail can carry. */
export const bodies: readonly TestMail[] = [
  withBody(
    'planted-anchors',
    customers.lukasz,
    'A body full of anchors',
    "the sender's markup of every webmail and help desk, first thing in the body",
    { html: `<html><body>${anchors}<p>Dzień dobry, kiedy dostawa?</p></body></html>` },
  ),
  withBody(
    'planted-attributes',
    customers.aisyah,
    'Addresses in every attribute',
    'an address in each attribute that a mail may carry',
    { html: `<html><body>${attributes}<p>Salam, boleh saya tukar pesanan?</p></body></html>` },
  ),
  withBody(
    'planted-data',
    customers.tomas,
    'Data for machines',
    'microdata, linked data and data attributes that name somebody else',
    { html: `<html><head>${data.head}</head><body>${data.body}<p>Dobrý den!</p></body></html>` },
  ),
  withBody(
    'planted-frames',
    customers.somchai,
    'A mail with frames in it',
    'frames, objects and a form with a page of their own',
    { html: `<html><body>${frames}<p>สวัสดีครับ</p></body></html>` },
  ),
  withBody(
    'covers-the-header',
    customers.niamh,
    'It says something else above',
    'styles that hide the header and lay another one over it',
    {
      html: `<html><head><style>${covering.style}</style></head><body>${covering.body}<p>Hi!</p></body></html>`,
    },
  ),
  withBody(
    'closes-the-page',
    customers.jose,
    'The end of the page, and another one',
    'closing tags for everything that is open, and then a header of its own',
    { html: `<html><body><p>Good day!</p>${closing}</body></html>` },
  ),
  withBody(
    'quoted-by-programs',
    customers.elena,
    'Re: R: AW: Fwd: the order of Friday',
    'quotations as Outlook, Gmail, Apple Mail and Thunderbird mark them',
    { html: `<html><body><p>See below. Elena</p>${quoted}</body></html>` },
  ),
  withBody(
    'header-in-plain-text',
    customers.marco,
    'Copied from another program',
    'a plain text that begins like the header of a mail',
    {
      text: `From:\tThe Boss <${inner}>\nReply-To: ${inner}\nTo:\tShop Support <support@shop.example>\nSubject:\tCopied\n\nThis is what I wrote to you on Monday.\n`,
    },
  ),
  withBody(
    'subject-like-a-header',
    customers.priya,
    'From: The Boss <planted-subject@trap.example>',
    'a subject that looks like a From line',
    { text: 'Did you get my last mail?\n' },
  ),
  withBody('huge-body', customers.zahra, 'All our orders since 2019', 'a body of more than a megabyte', {
    text: `سلام\n\n${longText}\n`,
  }),
  withBody(
    'forwarded-as-attachment',
    customers.ana,
    'Fwd: as an attachment',
    "another person's mail as an attachment, shown inline",
    {
      text: 'What do you make of this one?\n\nAna\n',
      attachments: [{ contentType: 'message/rfc822', contentDisposition: 'inline', content: innerMail }],
    },
  ),
  withBody(
    'calendar-invitation',
    customers.elena,
    'Invitation: tasting on 3 December',
    'an invitation that somebody else organises',
    { text: 'Please accept.\n', icalEvent: { method: 'REQUEST', content: invitation } },
  ),
  withBody(
    'attachments-with-addresses',
    customers.yuki,
    '添付ファイルの件',
    'attachments named like addresses, a visiting card and a page',
    {
      text: 'よろしくお願いいたします。\n',
      attachments: [
        { filename: `${inner}.txt`, content: `From: ${inner}\n` },
        { filename: `The Boss <${inner}>.html`, contentDisposition: 'inline', content: anchors },
        { filename: 'boss.vcf', contentType: 'text/vcard', content: card },
      ],
    },
  ),
  withBody(
    'signed-in-the-text',
    customers.maria,
    'Signed: ten kilos of the Guji',
    'a signature as text around the mail',
    { text: signed },
  ),
  {
    id: 'signed-by-certificate',
    folder: 'inbox',
    subject: 'Signed by a certificate',
    holds: 'a signature as a part of the mail that no program can check',
    truth: { kind: 'person', who: customers.lukasz },
    raw: [
      `From: =?utf-8?Q?=C5=81ukasz_=C5=9Awi=C4=99cicki?= <${customers.lukasz.address}>`,
      'To: support@shop.example',
      'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary="signed"',
      '',
      '--signed',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `From: ${inner}`,
      'Zamawiam osiem kilo.',
      '--signed',
      'Content-Type: application/pkcs7-signature; name="smime.p7s"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="smime.p7s"',
      '',
      'MIAGCSqGSIb3DQEHAqCAMIACAQExDzANBglghkgBZQMEAgEFADCABgkqhkiG9w0BBwEAAAAA',
      '--signed--',
      '',
    ].join('\r\n'),
  },
];
