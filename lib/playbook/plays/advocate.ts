import type { Play } from '../../contract/playbook.ts';

/** People who speak well of us: thank them, and listen to them first. */
export const advocate: Play[] = [
  {
    id: 'thank_personally',
    stages: ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate'],
    kind: 'care',
    purpose: 'thanks',
    triggers: [
      { on: 'after-event', event: 'Referral Accepted', from: 0, to: 4 },
      { on: 'after-event', event: 'Referral Made', from: 0, to: 3 },
      { on: 'after-event', event: 'Product Reviewed', from: 0, to: 2 },
      { on: 'after-event', event: 'Product Shared', from: 0, to: 2 },
    ],
    reply: true,
    cooldownDays: 7,
    care: 0.95,
    prior: 0.55,
    urgency: 'window',
    text: {
      title: 'Thank them yourself for speaking up for us',
      why: 'They put their own name behind us. Within two days a thank-you is natural; after a week it is a form letter.',
      how: 'Quote the words of theirs that you liked. Thank them, stop there, and ask for nothing.',
      draft: 'Hello {first},\n\nyou just made our day. [your own sentence]\n\nThank you.',
    },
    rows: ['R0-27', 'R0-05', 'R2-07', 'R0-22'],
  },
  {
    id: 'tell_shipped',
    stages: ['educate', 'engage', 'retain', 'advocate', 'lapsed'],
    kind: 'care',
    purpose: 'news',
    triggers: [{ on: 'after-event', event: 'Idea Shipped', from: 0, to: 10 }],
    reply: true,
    cooldownDays: 7,
    care: 0.9,
    prior: 0.6,
    urgency: 'window',
    text: {
      title: 'Tell them that their idea is there',
      why: 'They suggested something, and it was built. They should hear it from us before anybody else does.',
      how: 'Say what they asked for, when, and where it is now. Ask whether it is what they meant.',
      draft:
        'Hello {first},\n\nyou suggested this, and it is there as of today: [your own sentence]\n\nIs it what you meant?',
    },
    rows: ['R0-30', 'R3-27'],
  },
  {
    id: 'ask_their_advice',
    stages: ['advocate'],
    kind: 'feedback',
    purpose: 'feedback',
    triggers: [{ on: 'in-stage', fromDays: 30, toDays: 120 }],
    cooldownDays: 120,
    care: 0.6,
    prior: 0.4,
    urgency: 'none',
    text: {
      title: 'Ask them what we should do better',
      why: 'They know us well and wish us well. Hardly anybody else will tell us the truth this kindly.',
      how: 'Ask about one thing that you are really deciding on. Tell them later what came of it.',
      draft:
        'Hello {first},\n\nyou know us better than most. What would you change first if it were yours? [your own sentence]',
    },
    rows: ['R0-30', 'R4-23', 'R4-28'],
  },
  {
    id: 'ask_referral',
    stages: ['advocate'],
    kind: 'commercial',
    purpose: 'commercial',
    triggers: [{ on: 'after-event', event: 'Product Reviewed', from: 10, to: 40 }],
    cooldownDays: 180,
    minHealth: 60,
    care: 0.3,
    prior: 0.28,
    urgency: 'window',
    text: {
      title: 'Ask whether they know somebody we could help',
      why: 'They were kind about us in public, and that was some days ago. Some people enjoy making the introduction.',
      how: 'Ask once, make "no" easy, and think of a person or two who would really be helped. Any thanks for it is said openly.',
      draft:
        'Hello {first},\n\ndo you know somebody who struggles with the same thing? I would take good care of them. [your own sentence]\n\nIf nobody comes to mind, that is perfectly fine.',
    },
    rows: ['R4-24', 'R3-04', 'R2-07'],
  },
];
