import type { Play } from '../../contract/playbook.ts';

/** People who want to know more. */
export const educate: Play[] = [
  {
    id: 'arrange_demo',
    stages: ['educate', 'purchase'],
    kind: 'answer',
    purpose: 'answer',
    triggers: [
      {
        on: 'event-without',
        event: 'Demo Requested',
        unless: ['Proposal Sent', 'Trial Started', 'Order Completed'],
        from: 0,
        to: 10,
      },
    ],
    reply: true,
    cooldownDays: 5,
    care: 0.8,
    prior: 0.6,
    urgency: 'none',
    text: {
      title: 'Arrange the demo they asked for',
      why: 'They asked to see it. Every day of waiting tells them what it will be like to be our customer.',
      how: 'Offer two times and the choice to try it alone. Ask what they would like to see, and show only that.',
      draft:
        'Hello {first},\n\ngladly. [your own sentence]\n\nWould you like to see it together in ten minutes, or rather try it alone first? What should it do for you?',
    },
    rows: ['R1-16', 'R4-17'],
  },
  {
    id: 'ask_need',
    stages: ['educate'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [{ on: 'in-stage', fromDays: 1, toDays: 21 }],
    cooldownDays: 21,
    care: 0.7,
    prior: 0.4,
    urgency: 'window',
    text: {
      title: 'Ask what they are trying to do',
      why: 'We know that they are interested, not what for. The right answer depends on it, and the right answer may be "not us".',
      how: 'Ask about their week, not about our product. One question; the answer goes into the timeline in their own words.',
      draft:
        'Hello {first},\n\nto point you to the right thing: what are you trying to get done? [your own sentence]',
    },
    rows: ['R1-02', 'R2-04', 'R2-15', 'R4-28'],
  },
  {
    id: 'offer_demo',
    stages: ['educate'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [
      { on: 'pages-seen', page: 'pricing', atLeast: 2, withinDays: 14 },
      { on: 'pages-seen', page: 'article', atLeast: 3, withinDays: 14 },
    ],
    cooldownDays: 14,
    care: 0.6,
    prior: 0.38,
    urgency: 'window',
    text: {
      title: 'Offer to show it in ten minutes',
      why: 'They have read a good deal on their own. Ten minutes with a person may save them an evening.',
      how: 'Offer both ways, together or alone, and mean both. If they say no, thank them and leave it for two months.',
      draft:
        'Hello {first},\n\nwant me to show you in ten minutes, or would you rather try it alone? Both are fine. [your own sentence]',
    },
    rows: ['R1-16', 'R4-17'],
  },
  {
    id: 'trial_first_days',
    stages: ['educate', 'purchase'],
    kind: 'care',
    purpose: 'care',
    triggers: [
      {
        on: 'event-without',
        event: 'Trial Started',
        unless: ['Trial Ended', 'First Value Reached'],
        from: 2,
        to: 9,
      },
    ],
    cooldownDays: 14,
    care: 0.8,
    prior: 0.45,
    urgency: 'window',
    text: {
      title: 'Ask how the trial is going',
      why: 'They have had a few days with it, and we have not seen it work for them yet. This is when people get stuck and say nothing.',
      how: 'Ask where they got to and offer to sit beside them for that step. Leave the end of the trial out of it.',
      draft:
        'Hello {first},\n\nhow far did you get? [your own sentence]\n\nIf something is in the way, I can look at it with you for ten minutes.',
    },
    rows: ['R1-16', 'R4-20'],
  },
  {
    id: 'ask_what_was_missing',
    stages: ['educate', 'discover'],
    kind: 'feedback',
    purpose: 'feedback',
    triggers: [
      {
        on: 'event-without',
        event: 'Trial Ended',
        unless: ['Subscription Started', 'Order Completed'],
        from: 1,
        to: 14,
      },
    ],
    cooldownDays: 90,
    care: 0.6,
    prior: 0.35,
    urgency: 'window',
    text: {
      title: 'Ask what was missing in the trial',
      why: 'They tried it and did not stay. They know something about us that we do not.',
      how: 'One question and a thank-you. Do not argue, do not extend the trial unless they ask.',
      draft:
        'Hello {first},\n\nthank you for giving us a try. One question, and I will leave you in peace: what would it have needed? [your own sentence]',
    },
    rows: ['R3-06', 'R4-23', 'R4-25'],
  },
  {
    id: 'let_go_kindly',
    stages: ['educate'],
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'quiet', days: 45, maxDays: 75 }],
    cooldownDays: 180,
    care: 0.7,
    prior: 0.3,
    urgency: 'none',
    text: {
      title: 'Close the conversation kindly',
      why: 'They have been quiet for weeks. Going on asking would be for us, not for them.',
      how: 'Say that you will stop writing and that the door is open. Nothing to click, nothing to answer.',
      draft:
        'Hello {first},\n\nI will stop here so that I do not bother you. [your own sentence]\n\nWrite any time; I will be glad to pick it up again.',
    },
    rows: ['R2-10', 'R2-09', 'R0-26'],
  },
];
