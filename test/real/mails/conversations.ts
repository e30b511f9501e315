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
  ...longThread,
];
