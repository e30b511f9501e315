import type { Play } from '../../contract/playbook.ts';

/** What we owe them: answers and kept promises, in every stage and before anything of ours. */
export const owed: Play[] = [
  {
    id: 'answer_question',
    stages: ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'],
    kind: 'answer',
    purpose: 'answer',
    triggers: [{ on: 'question-open', afterHours: 4 }],
    reply: true,
    cooldownDays: 0,
    care: 0.9,
    prior: 0.65,
    urgency: 'issue',
    text: {
      title: 'Answer their question in full',
      why: 'They asked, and they are waiting. An unanswered question is where many people quietly give up.',
      how: 'Answer the question they asked first, then the one behind it. If you need longer, say until when, and log that as a promise.',
      draft:
        'Hello {first},\n\nthank you for asking. [your own sentence]\n\nDoes that answer it, or is there a part that I missed?',
    },
    rows: ['R1-02', 'R4-16', 'R3-25'],
  },
  {
    id: 'finish_answer',
    stages: ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'],
    kind: 'answer',
    purpose: 'answer',
    triggers: [{ on: 'answer-incomplete', afterHours: 12 }],
    reply: true,
    cooldownDays: 1,
    care: 0.95,
    prior: 0.6,
    urgency: 'issue',
    text: {
      title: 'Send the second half of your answer',
      why: 'The last answer was quick but not whole. Being quick is no comfort to somebody who is still stuck.',
      how: 'Pick up exactly where you stopped. Find out what you did not know before you write, so that this is the last mail they need.',
      draft:
        'Hello {first},\n\nI owe you the second half of my answer. [your own sentence]\n\nDoes that settle it for you?',
    },
    rows: ['R3-25', 'R3-24'],
  },
  {
    id: 'keep_promise',
    stages: ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'],
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'promise-due' }],
    mends: true,
    reply: true,
    cooldownDays: 1,
    care: 1,
    prior: 0.65,
    urgency: 'issue',
    text: {
      title: 'Keep the promise that is due',
      why: 'We gave our word for today. Loyalty starts on our side.',
      how: 'Deliver it, or write before they have to ask: where it stands, and the new date. Then mark it kept or missed, honestly.',
      draft: 'Hello {first},\n\nas promised, here is where it stands: [your own sentence]',
    },
    rows: ['R0-13', 'R0-28'],
  },
];
