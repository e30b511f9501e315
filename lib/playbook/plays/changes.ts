import type { Play } from '../../contract/playbook.ts';
import { afterSale } from '../where.ts';

/** Something changes for a regular: look at it together, early. */
export const changes: Play[] = [
  {
    id: 'prepare_renewal',
    stages: afterSale,
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'renewal-near', days: 30 }],
    cooldownDays: 60,
    care: 0.7,
    prior: 0.45,
    urgency: 'window',
    text: {
      title: 'Look back together before the renewal',
      why: 'They will decide soon whether it was worth it. Better that we look at it together, and early.',
      how: 'Bring what they got out of it and what they did not. If a smaller plan fits them better, be the one who says so.',
      draft:
        'Hello {first},\n\nyour year with us comes round soon. Before it does: did it do for you what you hoped? [your own sentence]\n\nIf something else would fit you better, I will say so.',
    },
    rows: ['R2-06', 'R1-07', 'R4-32'],
  },
  {
    id: 'explain_price_change',
    stages: afterSale,
    kind: 'care',
    purpose: 'billing',
    triggers: [{ on: 'after-event', event: 'Price Change Announced', from: 0, to: 14 }],
    reply: true,
    cooldownDays: 60,
    care: 0.8,
    prior: 0.42,
    urgency: 'window',
    text: {
      title: 'Explain the price change yourself',
      why: 'They have read that it will cost more. From a person it is a decision with reasons; from a machine it is a bill.',
      how: 'Say what changes for them, from when, and why. Answer what they lose before what they gain.',
      draft:
        'Hello {first},\n\nyou will have seen that our prices change. For you it means this: [your own sentence]\n\nAsk me anything about it.',
    },
    rows: ['R3-21', 'R0-28'],
  },
  {
    id: 'look_into_signs',
    stages: afterSale,
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'churn-signs', atLeast: 2 }],
    cooldownDays: 30,
    care: 0.85,
    prior: 0.42,
    urgency: 'none',
    text: {
      title: 'Find out what has changed for them',
      why: 'Several small things have changed at once. Each may mean nothing; together they are worth a call.',
      how: 'Look at the signs first. Then ask about their work, not about the signs: "you used it less" feels watched.',
      draft:
        'Hello {first},\n\nI have been thinking of you. What has changed on your side lately? [your own sentence]\n\nIf we no longer fit, I would rather help you with that, too.',
    },
    rows: ['R4-10', 'R0-29', 'R3-01'],
  },
  {
    id: 'meet_successor',
    stages: afterSale,
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'after-event', event: 'Champion Left', from: 1, to: 30 }],
    cooldownDays: 30,
    care: 0.7,
    prior: 0.42,
    urgency: 'window',
    text: {
      title: 'Meet whoever takes over from our contact',
      why: 'The person who chose us has left. The next one inherits something they did not choose.',
      how: 'Introduce yourself without assuming that they want to go on. Bring a page on what was agreed, so that they do not have to dig.',
      draft:
        'Hello {first},\n\nyou have taken over, so here is what was agreed with us, on one page. [your own sentence]\n\nWhat would you do differently?',
    },
    rows: ['R4-10', 'R4-19'],
  },
  {
    id: 'ask_about_autorenew',
    stages: afterSale,
    kind: 'care',
    purpose: 'care',
    triggers: [
      {
        on: 'event-without',
        event: 'Autorenew Turned Off',
        unless: ['Autorenew Turned On', 'Subscription Cancelled', 'Subscription Renewed'],
        from: 1,
        to: 14,
      },
    ],
    cooldownDays: 90,
    care: 0.8,
    prior: 0.4,
    urgency: 'window',
    text: {
      title: 'Ask whether something no longer fits',
      why: 'They stopped the renewal. Perhaps it is only tidiness; perhaps it is the last thing that they tell us.',
      how: 'Tell them until when everything keeps working, then ask once. Switching it back on is not the aim.',
      draft:
        'Hello {first},\n\nyou stopped the renewal, and everything keeps working until then. [your own sentence]\n\nIs there something that no longer fits?',
    },
    rows: ['R4-10', 'R0-29'],
  },
];
