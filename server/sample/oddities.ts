import { DAY, HOUR } from '#lib/contract/primitives.ts';
import type { Conversation } from '#server/demo/conversation.ts';
import { shop } from './shop.ts';

const us = { name: shop.name, address: shop.support };

/** Mails that any inbox has and a panel must not be fooled by: a stranger, a lying name, several people at once. */
export const oddities = (now: number): Conversation[] => [
  {
    id: 'm-stranger',
    folder: 'inbox',
    subject: 'Do you also sell cups?',
    from: { name: 'Tomáš Dvořák', address: 'tomas.dvorak@hrnky.example' },
    to: [us],
    at: now - Math.round(2.6 * HOUR),
    unread: true,
    text: 'Hello,\n\na friend brought me a bag of your Sagada from Manila and I have not looked at another coffee since.\n\nI make cups, small ones, from Bohemian clay. Would you ever want to sell them? I could send two, no strings.\n\nTomáš',
  },
  {
    id: 'm-lying-name',
    folder: 'inbox',
    subject: 'Your parcel is on hold: confirm the address',
    from: { name: 'maria.santos@kantocoffee.example', address: 'notice@parcel-desk.example' },
    to: [us],
    at: now - Math.round(7.2 * HOUR),
    unread: false,
    text: 'Dear customer,\n\nwe could not deliver the parcel for maria.santos@kantocoffee.example. Please confirm the address and pay the fee of 1.99 within 24 hours.\n\nThe parcel desk',
  },
  {
    id: 'm-several-people',
    folder: 'inbox',
    subject: 'Re: Re: Coffee for the opening on the 12th',
    from: { name: 'Joel Macaraeg', address: 'joel@habagat.example' },
    to: [us, { name: 'Rosalinda Ferrer', address: 'rosalinda@habagat.example' }],
    cc: [
      { name: 'Habagat accounts', address: 'accounts@habagat.example' },
      { name: 'Maria Santos', address: 'maria.santos@kantocoffee.example' },
    ],
    at: now - Math.round(26.5 * HOUR),
    unread: false,
    text: 'Hi all,\n\n20 kg of the house espresso is right, and Rosalinda will be at the door from six in the morning. Maria lends us her second grinder for the day (thank you again!), so please grind nothing.\n\nAccounts is in copy for the invoice. Rosalinda, anything I forgot?\n\nJoel',
    earlier: [
      {
        name: 'Rosalinda Ferrer',
        at: now - Math.round(1.4 * DAY),
        text: 'Joel, can you confirm the kilos with the shop today? I would rather have too much than too little.',
      },
      {
        name: 'Lea Manalo',
        at: now - Math.round(2.1 * DAY),
        text: 'Dear Rosalinda, congratulations! For about 300 cups we would bring 6 kg; for the whole first week 20 kg. Which shall it be?\n\nLea',
      },
    ],
  },
];
