import type { Play } from '../../contract/playbook.ts';
import { afterSale } from '../where.ts';

/** Payments and pauses, calmly: a card that runs out is no offence. */
export const billing: Play[] = [
  {
    id: 'card_note',
    stages: afterSale,
    kind: 'care',
    purpose: 'billing',
    triggers: [{ on: 'card-expiring', days: 14 }],
    reply: true,
    dunning: true,
    cooldownDays: 30,
    care: 0.6,
    prior: 0.45,
    urgency: 'window',
    text: {
      title: 'Mention that their card runs out soon',
      why: 'Their card runs out, and the new one is probably on its way. One friendly note saves them a surprise.',
      how: 'One note, then silence. Nothing stops, and the mail says so.',
      draft:
        'Hello {first},\n\nthe card we have on file runs out soon. Nothing stops, and it can wait until the new one is there. [your own sentence]',
    },
    rows: ['R3-22'],
  },
  {
    id: 'failed_payment_note',
    stages: afterSale,
    kind: 'care',
    purpose: 'billing',
    triggers: [
      {
        on: 'event-without',
        event: 'Payment Failed',
        unless: ['Payment Method Updated', 'Subscription Renewed'],
        from: 3,
        to: 21,
      },
    ],
    reply: true,
    dunning: true,
    cooldownDays: 6,
    care: 0.6,
    prior: 0.42,
    // Up to three notes, as far apart as G8 says, not one.
    urgency: 'issue',
    text: {
      title: 'Write a calm note about the payment',
      why: 'A payment did not go through three days ago and has not mended itself. Usually it is an old card.',
      how: 'Assume that it is the card, never the person. Say that nothing stops for now, and offer to sort it out together.',
      draft:
        'Hello {first},\n\nthe last payment did not go through; most likely the card has changed. Nothing stops for now. [your own sentence]\n\nIf it is easier for you, we can sort it out together.',
    },
    rows: ['R3-22', 'R3-30'],
  },
  {
    id: 'offer_pause',
    stages: afterSale,
    kind: 'care',
    purpose: 'care',
    triggers: [
      {
        on: 'event-without',
        event: 'Cancel Intent Stated',
        unless: ['Subscription Paused', 'Subscription Cancelled'],
        from: 0,
        to: 10,
      },
    ],
    reply: true,
    cooldownDays: 90,
    care: 0.95,
    prior: 0.5,
    urgency: 'none',
    text: {
      title: 'Offer a break instead of an end',
      why: 'They think about leaving. Often they need a break, not a goodbye, and a break costs us next to nothing.',
      how: 'Offer it once, with a return date that they choose. If they would rather cancel, make that easy and thank them.',
      draft:
        'Hello {first},\n\nif you only need a break, we can put everything on hold until a date you choose, and nothing is lost. [your own sentence]\n\nIf you would rather cancel, I will do that for you, no questions asked.',
    },
    rows: ['R3-23', 'R1-09'],
  },
  {
    id: 'welcome_back',
    stages: afterSale,
    kind: 'care',
    purpose: 'care',
    triggers: [
      { on: 'pause-ending', days: 3 },
      { on: 'after-event', event: 'Subscription Resumed', from: 0, to: 5 },
    ],
    cooldownDays: 60,
    care: 0.85,
    prior: 0.5,
    urgency: 'none',
    text: {
      title: 'Welcome them back from their break',
      why: 'Their break is over. They should find everything as they left it, and somebody who knows that they were away.',
      how: 'Say that everything is as it was, and what has changed since in one line. If they need longer, offer that first.',
      draft:
        'Hello {first},\n\nwelcome back. Everything is where you left it. [your own sentence]\n\nIf you need longer, tell me the date.',
    },
    rows: ['R3-23'],
  },
  {
    id: 'confirm_cancelled',
    stages: ['lapsed'],
    kind: 'care',
    purpose: 'billing',
    triggers: [{ on: 'after-event', event: 'Subscription Cancelled', from: 0, to: 2 }],
    mends: true,
    reply: true,
    cooldownDays: 30,
    care: 0.85,
    prior: 0.44,
    urgency: 'window',
    text: {
      title: 'Confirm the end in plain words',
      why: 'They have cancelled. Leaving should be as easy as coming was, and nobody should have to wonder whether it worked.',
      how: 'Until when it works, what happens to their things, that nothing more is charged. Then thank them, and stop.',
      draft:
        'Hello {first},\n\nit is cancelled, and nothing more will be charged. [your own sentence]\n\nThank you for the time with us.',
    },
    rows: ['R1-09', 'R3-01', 'R4-21'],
  },
  {
    id: 'thank_for_renewing',
    stages: afterSale,
    kind: 'care',
    purpose: 'thanks',
    triggers: [{ on: 'after-event', event: 'Subscription Renewed', from: 0, to: 4 }],
    cooldownDays: 300,
    care: 0.8,
    prior: 0.34,
    urgency: 'window',
    text: {
      title: 'Thank them for staying',
      why: 'They renewed. The decision to stay deserves at least as much thanks as the decision to come.',
      how: 'Two lines, once a year at most. Nothing larger to sell in it, no survey.',
      draft: 'Hello {first},\n\nyou stay with us, and I am glad. Thank you. [your own sentence]',
    },
    rows: ['R0-32', 'R0-33', 'R2-06'],
  },
  {
    id: 'confirm_card',
    stages: afterSale,
    kind: 'care',
    purpose: 'billing',
    triggers: [
      {
        on: 'event-without',
        event: 'Payment Method Updated',
        unless: ['Payment Failed', 'Subscription Cancelled'],
        from: 0,
        to: 2,
      },
    ],
    reply: true,
    cooldownDays: 30,
    care: 0.6,
    prior: 0.33,
    urgency: 'window',
    text: {
      title: 'Confirm that the new card works',
      why: 'They took the trouble to enter a new card. One line saves them from wondering whether it went through.',
      how: 'It works, there is nothing left to do, thank you. That is all.',
      draft:
        'Hello {first},\n\nthe new card works, and there is nothing left to do. Thank you. [your own sentence]',
    },
    rows: ['R3-22'],
  },
];
