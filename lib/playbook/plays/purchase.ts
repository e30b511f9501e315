import type { Play } from '../../contract/playbook.ts';

/** People who are deciding. Help with the decision, never push it. */
export const purchase: Play[] = [
  {
    id: 'offer_help',
    stages: ['purchase'],
    kind: 'care',
    purpose: 'care',
    triggers: [
      { on: 'event-without', event: 'Checkout Started', unless: ['Order Completed'], from: 0.007, to: 3 },
    ],
    channel: 'chat',
    cooldownDays: 14,
    care: 0.7,
    prior: 0.4,
    urgency: 'window',
    text: {
      title: 'Offer help with the open checkout',
      why: 'They began to order and stopped. Perhaps something did not work, perhaps they are still thinking.',
      how: 'Be there, do not pull. No discount, no countdown. Ask whether something was in the way, and note the step if they tell you.',
      draft:
        'Hello {first},\n\nstill deciding? That is fine, there is no rush. [your own sentence]\n\nIf something did not work on the way, tell me and I will look at it.',
    },
    rows: ['R1-18', 'R1-17'],
  },
  {
    id: 'walk_through_proposal',
    stages: ['purchase'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [
      {
        on: 'event-without',
        event: 'Proposal Sent',
        unless: ['Order Completed', 'Subscription Started', 'Question Asked'],
        from: 3,
        to: 14,
      },
    ],
    cooldownDays: 10,
    care: 0.6,
    prior: 0.42,
    urgency: 'window',
    text: {
      title: 'Offer to walk through the proposal',
      why: 'They have had it for some days and asked nothing. Proposals raise questions that people do not like to ask.',
      how: 'Name the two points that others usually ask about, and answer them in the mail. Offer slides that they can show inside.',
      draft:
        'Hello {first},\n\ntwo things in the proposal usually raise questions, so here are the answers: [your own sentence]\n\nIf you have to explain it to somebody, I can make you a page for that.',
    },
    rows: ['R3-19', 'R2-09', 'R1-18'],
  },
  {
    id: 'ask_what_would_help',
    stages: ['purchase'],
    kind: 'feedback',
    purpose: 'feedback',
    triggers: [{ on: 'in-stage', fromDays: 5, toDays: 30 }],
    stageQuestion: true,
    questions: 1,
    cooldownDays: 180,
    care: 0.6,
    prior: 0.3,
    urgency: 'window',
    text: {
      title: 'Ask what would help them decide, either way',
      why: 'They have been deciding for some days. What holds them back is worth knowing, also if the answer is no.',
      how: 'Make "it is a no" as easy to say as anything else. No deadline, and no second question.',
      draft: 'Hello {first},\n\nwhat would help you decide, either way? [your own sentence]',
    },
    rows: ['R4-23', 'R4-17'],
  },
];
