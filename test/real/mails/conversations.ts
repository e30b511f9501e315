import { customers, shop, strangers } from './people.ts';
import type { TestMail } from './types.ts';

const longSubject = 'The roaster contract for next year';

/** Twenty mails to and fro; the customer's are in the inbox, the rep's in Sent. */
const longThread: readonly TestMail[] = Array.from({ length: 20 }, (_, n): TestMail => {
  const byCustomer = n % 2 === 0;
  const before = n === 0 ? {} : { answers: `contract-${n - 1}` };
  return {
    id: `contract-${n}`,
    folder: byCustomer ? 'inbox' : 'sent',
    subject: n === 0 ? longSubject : `Re: ${longSubject} (${n})`,
    holds: 'one mail of a long thread',
    truth: { kind: 'person', who: customers.elena },
    ...before,
    message: {
      from: byCustomer ? customers.elena : shop.support,
      to: byCustomer ? shop.support : customers.elena,
      text: `Point ${n + 1} of the contract: ${byCustomer ? 'we would need thirty days to pay.' : 'that works for us.'}\n\n${'> and before that\n'.repeat(n)}`,
    },
  };
});

/** Mails with more than one person in them, and the rep's own. */
export const conversations: readonly TestMail[] = [
  {
    id: 'several-in-copy',
    folder: 'inbox',
    subject: 'Tasting on Thursday',
    holds: 'a customer who copies in two more and a third person',
    truth: { kind: 'person', who: customers.elena },
    requestors: [customers.marco.address],
    shownBy: {
      'request-tracker': {
        truth: { kind: 'several', who: [customers.elena, customers.marco] },
        because: 'both ask, as somebody said by hand',
      },
    },
    message: {
      from: customers.elena,
      to: [shop.support, customers.marco],
      cc: [strangers.neighbour, shop.colleague],
      text: 'Marco and I would come at ten. In copy: who brings the machine.\n\nElena\n',
    },
  },
  {
    id: 'two-authors',
    folder: 'inbox',
    subject: 'We both would like to complain',
    holds: 'two people in From',
    truth: { kind: 'several', who: [customers.elena, customers.marco] },
    shownBy: {
      'request-tracker': { truth: { kind: 'person', who: customers.elena }, because: 'the first one asks' },
      sogo: { truth: { kind: 'person', who: customers.elena }, because: 'only the first author is shown' },
    },
    message: {
      from: [customers.elena, customers.marco],
      sender: customers.elena,
      to: shop.support,
      text: 'The last bag was stale, says everybody here.\n\nElena and Marco\n',
    },
  },
  {
    id: 'maria-follow-up',
    folder: 'inbox',
    subject: 'Re: Where is my order #1001? Any news?',
    holds: 'a second mail of the same customer',
    truth: { kind: 'person', who: customers.maria },
    answers: 'maria-order',
    message: {
      from: customers.maria,
      to: shop.support,
      text: 'Any news?\n\n> Shop Support <support@shop.example> wrote:\n> We are looking into it.\n',
    },
  },
  {
    id: 'neighbour-butts-in',
    folder: 'inbox',
    subject: 'Re: Where is my order #1001? I have it',
    holds: "a third person in a customer's conversation",
    truth: { kind: 'person', who: strangers.neighbour },
    shownBy: {
      'request-tracker': {
        truth: { kind: 'person', who: customers.maria },
        because: 'a ticket is about who opened it',
      },
    },
    answers: 'maria-order',
    message: {
      from: strangers.neighbour,
      to: shop.support,
      cc: customers.maria,
      text: 'Her parcel is with me, two doors down.\n',
    },
  },
  {
    id: 'sent-to-maria',
    folder: 'sent',
    subject: 'Re: Where is my order #1001?',
    holds: "the rep's own mail: the customer is who it went to",
    truth: { kind: 'person', who: customers.maria },
    answers: 'maria-order',
    message: {
      from: shop.support,
      to: customers.maria,
      text: 'Dear Maria,\n\nWe are looking into it.\n\n> I ordered two kilos of the Sidamo\n',
    },
  },
  {
    id: 'sent-to-somchai',
    folder: 'sent',
    subject: 'Re: สอบถามเรื่องเครื่องบดกาแฟ',
    holds: "the rep's own mail with a colleague in copy",
    truth: { kind: 'person', who: customers.somchai },
    answers: 'somchai-grinder',
    message: {
      from: shop.support,
      to: customers.somchai,
      cc: shop.colleague,
      text: 'Dear Somchai, yes please, the return label is attached.\n',
    },
  },
  {
    id: 'sent-to-two',
    folder: 'sent',
    subject: 'The tasting is booked',
    holds: "the rep's own mail to two customers",
    truth: { kind: 'several', who: [customers.elena, customers.marco] },
    message: {
      from: shop.support,
      to: [customers.elena, customers.marco],
      text: 'See you on Thursday at ten.\n',
    },
  },
  {
    id: 'delegated',
    folder: 'inbox',
    subject: 'Dictated: the terms of the contract',
    holds: 'a mail that an assistant sent for somebody: both are in the head',
    truth: { kind: 'person', who: customers.elena },
    message: {
      from: customers.elena,
      sender: strangers.assistant,
      to: shop.support,
      text: 'Thirty days, as we said.\n\nElena (written by her assistant)\n',
    },
  },
  {
    id: 'answer-to-two',
    folder: 'inbox',
    subject: 'Please answer the two of us',
    holds: 'two people in Reply-To',
    truth: { kind: 'several', who: [customers.elena, customers.marco] },
    shownBy: {
      'request-tracker': { truth: { kind: 'person', who: customers.elena }, because: 'the first one asks' },
      sogo: { truth: { kind: 'person', who: customers.elena }, because: 'Reply-To is not shown' },
    },
    message: {
      from: customers.elena,
      replyTo: [customers.elena, customers.marco],
      to: shop.support,
      text: 'Marco pays, I choose.\n',
    },
  },
  {
    id: 'sent-from-alias',
    folder: 'sent',
    subject: 'Your new cup is on its way',
    holds: "a mail from another address of the team's",
    truth: { kind: 'person', who: customers.niamh },
    message: { from: shop.orders, to: customers.niamh, text: 'It left this morning.\n' },
  },
  {
    id: 'sent-to-both-sides',
    folder: 'sent',
    subject: 'Wie besprochen: your grind size',
    holds: 'a mail to ourselves and to a customer',
    truth: { kind: 'person', who: customers.yuki },
    message: { from: shop.support, to: [shop.support, shop.colleague, customers.yuki], text: 'As agreed.\n' },
  },
  {
    id: 'sent-to-a-lying-name',
    folder: 'sent',
    subject: 'Re: New bank account for refunds',
    holds: "a recipient whose display name is a customer's address",
    truth: { kind: 'person', who: { name: customers.maria.address, address: 'x@evil.example' } },
    message: {
      from: shop.support,
      to: { name: customers.maria.address, address: 'x@evil.example' },
      text: 'We only pay to the account that you ordered from.\n',
    },
  },
  {
    id: 'sent-to-bare-address',
    folder: 'sent',
    subject: 'Invoice 2026-10',
    holds: 'a recipient without a display name',
    truth: { kind: 'person', who: customers.zahra },
    message: { from: shop.support, to: customers.zahra.address, text: 'The invoice is attached.\n' },
  },
  {
    id: 'sent-to-colleague',
    folder: 'sent',
    subject: 'Who is on duty tomorrow?',
    holds: 'a mail among ourselves',
    truth: { kind: 'nobody', because: 'own-team' },
    message: { from: shop.support, to: shop.colleague, text: 'You or me?\n' },
  },
  {
    id: 'sent-to-nobody-named',
    folder: 'sent',
    subject: 'We are closed over the holidays',
    holds: 'a mail whose recipients are not named',
    truth: { kind: 'nobody', because: 'no-address' },
    raw: 'From: Shop Support <support@shop.example>\r\nTo: undisclosed-recipients:;\r\nContent-Type: text/plain\r\n\r\nFrom the 24th to the 2nd.\r\n',
  },
  ...longThread,
];
