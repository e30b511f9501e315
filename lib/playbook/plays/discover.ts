import type { Play } from '../../contract/playbook.ts';

/** People who have just found us. Help before anything else. */
export const discover: Play[] = [
  {
    id: 'welcome_newcomer',
    stages: ['discover', 'educate'],
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'after-event', event: 'Signed Up', from: 0, to: 5 }],
    cooldownDays: 365,
    care: 0.8,
    prior: 0.4,
    urgency: 'window',
    text: {
      title: 'Say hello as a person',
      why: 'They have just signed up and have heard only from machines so far.',
      how: 'Three lines: who you are, that you read your mail, and one open question. Leave out what we sell; they know where they signed up.',
      draft:
        'Hello {first},\n\nI saw that you joined us. I am a person and I read this mailbox. [your own sentence]\n\nWhat made you look for something like this?',
    },
    rows: ['R0-01', 'R1-14', 'R4-32'],
  },
  {
    id: 'send_the_guide',
    stages: ['discover', 'educate'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [{ on: 'after-event', event: 'Content Downloaded', from: 1, to: 10 }],
    cooldownDays: 21,
    care: 0.6,
    prior: 0.4,
    urgency: 'window',
    text: {
      title: 'Send the one guide that comes next',
      why: 'They took something of ours to read. The next useful page, sent by a person, is a reason to trust us before they spend anything.',
      how: 'One item, not three. Say in a sentence why you chose it for them and how long it takes to read.',
      draft:
        'Hello {first},\n\nyou were reading about this the other day. [your own sentence]\n\nIt takes a few minutes, and it stands on its own.',
    },
    rows: ['R1-13', 'R1-14', 'R1-15'],
  },
  {
    id: 'offer_an_answer',
    stages: ['discover'],
    kind: 'educate',
    purpose: 'educate',
    triggers: [
      { on: 'pages-seen', page: 'pricing', atLeast: 1, withinDays: 7 },
      { on: 'pages-seen', page: 'article', atLeast: 2, withinDays: 14 },
    ],
    cooldownDays: 60,
    care: 0.6,
    prior: 0.3,
    urgency: 'window',
    text: {
      title: 'Offer to answer anything',
      why: 'They are looking around and have not asked yet. Knowing that a person would answer is often enough.',
      how: 'Only if they agreed to hear from us. Do not say what pages they saw; offer help with the choice, and leave the door open.',
      draft:
        'Hello {first},\n\nif you are comparing at the moment, I am happy to answer anything, also what we are not good at. [your own sentence]',
    },
    rows: ['R0-01', 'R1-01', 'R2-04'],
  },
  {
    id: 'ask_what_brought_you',
    stages: ['discover'],
    kind: 'feedback',
    purpose: 'feedback',
    triggers: [{ on: 'in-stage', fromDays: 7, toDays: 45 }],
    stageQuestion: true,
    questions: 1,
    cooldownDays: 180,
    care: 0.6,
    prior: 0.28,
    urgency: 'window',
    text: {
      title: 'Ask what they were hoping to find',
      why: 'They found us some days ago. What they hoped for tells us whether we are the right people to help.',
      how: 'One open question, no form. Whatever they say goes into the timeline in their own words.',
      draft: 'Hello {first},\n\nwhat were you hoping to find when you came across us? [your own sentence]',
    },
    rows: ['R4-23', 'R1-01'],
  },
];
