import type { Play } from '../../contract/playbook.ts';

/** People who try it out or fall silent before they buy. */
export const educateSlowly: Play[] = [
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
    // A trial that has just ended still reads as a decision to be made.
    stages: ['discover', 'educate', 'purchase'],
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
    questions: 1,
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
    rows: ['R3-06', 'R4-25'],
  },
  {
    id: 'ask_good_week',
    stages: ['educate', 'purchase', 'engage', 'retain'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [{ on: 'profile-gap', atLeast: 2 }],
    cooldownDays: 60,
    care: 0.65,
    prior: 0.32,
    urgency: 'none',
    text: {
      title: 'Ask about the one thing we do not know of them',
      why: 'We know two of three things: who they are, what they do, what moves them. One question closes the gap.',
      how: 'One question, in passing, in the next talk. Note only what they would be glad to see noted.',
      draft: 'Hello {first},\n\nmay I ask what a good week looks like for you? [your own sentence]',
    },
    rows: ['R2-15', 'R0-33'],
  },
  {
    id: 'ask_what_is_unclear',
    stages: ['educate'],
    kind: 'feedback',
    purpose: 'feedback',
    triggers: [{ on: 'in-stage', fromDays: 7, toDays: 60 }],
    stageQuestion: true,
    questions: 1,
    cooldownDays: 180,
    care: 0.6,
    prior: 0.3,
    urgency: 'window',
    text: {
      title: 'Ask what we left unclear',
      why: 'They have read and asked for a week. What is still unclear to them is unclear to others as well.',
      how: 'Ask about the one thing that we explained badly. Mend the page first, then thank them.',
      draft: 'Hello {first},\n\nwhat did we leave unclear so far? [your own sentence]',
    },
    rows: ['R4-23', 'R4-25'],
  },
  {
    id: 'let_go',
    stages: ['educate'],
    kind: 'care',
    purpose: 'care',
    triggers: [
      { on: 'quiet', days: 45, maxDays: 90 },
      { on: 'meddic', fromDays: 45, toDays: 365, atMost: 0 },
    ],
    silenceDays: 180,
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
