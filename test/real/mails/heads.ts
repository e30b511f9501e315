import { customers } from './people.ts';
import type { TestMail, Truth } from './types.ts';

const plain = '\r\nTo: support@shop.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n';
const person = (name: string, address: string): Truth => ({ kind: 'person', who: { name, address } });
const noAddress: Truth = { kind: 'nobody', because: 'no-address' };

const head = (
  id: string,
  from: string,
  subject: string,
  holds: string,
  truth: Truth,
  shownBy: TestMail['shownBy'] = {},
): TestMail => ({
  id,
  folder: 'inbox',
  subject,
  holds,
  truth,
  shownBy,
  raw: `${from}${plain}Hello,\r\nI have a question about my order.\r\n`,
});

/** Lines of the head that are rare, old, allowed all the same, or not. */
export const heads: readonly TestMail[] = [
  head(
    'utf8-local-part',
    'From: José dela Cruz <josé@sari-sari.example>',
    'An accent before the @',
    'letters outside ASCII in the local part',
    person('José dela Cruz', 'josé@sari-sari.example'),
  ),
  head(
    'name-as-comment',
    'From: kim@oldschool.example (Kim Old-School)',
    'As we wrote it in 1985',
    'the name after the address, as a comment',
    person('Kim Old-School', 'kim@oldschool.example'),
  ),
  head(
    'quotes-in-the-name',
    'From: "Bob \\"the Roaster\\" Brown; Sons, Ltd." <bob.brown@browns.example>',
    'Brown and sons would like a sample',
    'quotes, a comma and a semicolon in the name',
    person('Bob "the Roaster" Brown; Sons, Ltd.', 'bob.brown@browns.example'),
  ),
  head(
    'no-break-space',
    'From: Anne\u00a0Marie Durand\u00a0<anne.durand@torrefacteur.example>',
    'Une question de mouture',
    'no-break spaces in the name, and between it and the address',
    person('Anne Marie Durand', 'anne.durand@torrefacteur.example'),
  ),
  head(
    'folded-from',
    `From: "The Honourable Society of Coffee Roasters, Tea Blenders\r\n and Friends, Northern Chapter, Department of Correspondence"\r\n <correspondence@society.example>`,
    'Invitation to the winter dinner',
    'a From line that is folded twice',
    person(
      'The Honourable Society of Coffee Roasters, Tea Blenders and Friends, Northern Chapter, Department of Correspondence',
      'correspondence@society.example',
    ),
  ),
  head(
    'old-character-set',
    'From: =?windows-1252?Q?Ren=E9e_M=FCller=80?= <renee@cafe.example>',
    'Umlauts of another age',
    'a name in an old character set',
    person('Renée Müller€', 'renee@cafe.example'),
  ),
  head(
    'words-split-in-a-letter',
    // One letter of three bytes stands in two words.
    'From: =?utf-8?B?5L2Q44CF5pyo?= =?utf-8?B?IOeU?= =?utf-8?B?see0gOWtkA==?= <yukiko.sasaki@kissaten.example>',
    'Words that end in the middle of a letter',
    'encoded words that split a letter',
    { kind: 'person', who: customers.yuki },
  ),
  head(
    'shouting',
    'From: MARIA JENSEN <MARIA.JENSEN@FJORDKAFFE.EXAMPLE>',
    'MY ORDER',
    'an address in capitals',
    person('MARIA JENSEN', 'MARIA.JENSEN@FJORDKAFFE.EXAMPLE'),
  ),
  head(
    'quoted-local-part',
    'From: "Odd One" <"odd one"@quoted.example>',
    'An address with a space in it',
    'a quoted local part, which no customer can be stored under',
    noAddress,
  ),
  head('empty-from', 'From: ', 'From nobody', 'an empty From line', noAddress),
  head('empty-brackets', 'From: <>', 'From empty brackets', 'brackets with nothing in them', noAddress),
  head('no-from', 'X-Mailer: none', 'Without a From line', 'no From line at all', noAddress),
  head(
    'two-from-lines',
    `From: Maria Jensen <${customers.maria.address}>\r\nFrom: Somebody Else <x97@evil.example>`,
    'Two From lines',
    'two From lines that name different people',
    { kind: 'several', who: [customers.maria, { name: 'Somebody Else', address: 'x97@evil.example' }] },
    {
      roundcube: {
        truth: person('Somebody Else', 'x97@evil.example'),
        because: 'only the last line is shown',
      },
      'request-tracker': {
        truth: { kind: 'person', who: customers.maria },
        because: 'the first line counts',
      },
      sogo: { truth: { kind: 'person', who: customers.maria }, because: 'only the first line is shown' },
    },
  ),
  head(
    'from-a-group',
    `From: The Rossis: Elena Rossi <${customers.elena.address}>, Marco Bianchi <${customers.marco.address}>;`,
    'From all of us',
    'a group in From',
    { kind: 'several', who: [customers.elena, customers.marco] },
    {
      'request-tracker': { truth: { kind: 'person', who: customers.elena }, because: 'the first one asks' },
      sogo: { truth: noAddress, because: "the group's name stands where the address should" },
    },
  ),
];
