import type { Play } from '../../contract/playbook.ts';

/** People who left or fell silent. Learn first; come back only if it is for them. */
export const lapsed: Play[] = [
  {
    id: 'ask_why_they_left',
    stages: ['lapsed'],
    kind: 'feedback',
    purpose: 'feedback',
    triggers: [{ on: 'after-event', event: 'Subscription Cancelled', from: 2, to: 14 }],
    stageQuestion: true,
    questions: 1,
    cooldownDays: 365,
    care: 0.7,
    prior: 0.38,
    urgency: 'window',
    text: {
      title: 'Ask what we should have done',
      why: 'They left, and they know why. We would rather learn than lose them quietly.',
      how: 'One question, no offer, no way back in the mail. Note the answer as the cause, in their words.',
      draft:
        'Hello {first},\n\nyou have cancelled, and that is all right. We would rather learn than lose you quietly: what should we have done? [your own sentence]',
    },
    rows: ['R3-01', 'R4-23', 'R4-25'],
  },
  {
    id: 'win_back',
    stages: ['lapsed'],
    kind: 'care',
    purpose: 'care',
    // Two windows: that makes it twice at most, half a year apart.
    triggers: [
      { on: 'in-stage', fromDays: 14, toDays: 75 },
      { on: 'in-stage', fromDays: 200, toDays: 260 },
    ],
    cooldownDays: 120,
    care: 0.7,
    prior: 0.25,
    urgency: 'window',
    text: {
      title: 'Write one friendly line, no offer',
      why: 'It has been half a year. About one in seven comes back by themselves; a friendly line does no harm, a campaign would.',
      how: 'Twice at most, months apart. Say what you remember of them, and ask nothing but how it went.',
      draft:
        'Hello {first},\n\nit has been a while. How did it work out for you in the end? [your own sentence]\n\nNothing to do with this mail; I was simply wondering.',
    },
    rows: ['R3-01', 'R1-06', 'R0-25'],
  },
];
