import type { Play } from '../../contract/playbook.ts';

/** When something went wrong: mend first, ask nothing. These run in every stage. */
export const mend: Play[] = [
  {
    id: 'apologise_personally',
    stages: ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'],
    kind: 'care',
    purpose: 'apology',
    triggers: [{ on: 'complaint-open' }],
    mends: true,
    reply: true,
    cooldownDays: 2,
    care: 1,
    prior: 0.6,
    urgency: 'issue',
    text: {
      title: 'Apologise yourself',
      why: 'Something went wrong for them, and they told us. A named person who owns it does more than any form letter.',
      how: 'Say what happened in their words, say sorry once, say what you have done already, and give them a way to reach you. No reasons, no "but".',
      draft:
        'Hello {first},\n\nI am sorry. [your own sentence]\n\nI have looked into it myself, and this is what happens next: [your own sentence]\n\nYou can reach me directly by answering this mail. I will stay with it until you tell me it is right.',
    },
    rows: ['R0-15', 'R0-11', 'R4-21'],
  },
  {
    id: 'confirm_solved',
    stages: ['discover', 'educate', 'purchase', 'engage', 'retain', 'advocate', 'lapsed'],
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'complaint-unconfirmed', afterDays: 2 }],
    mends: true,
    reply: true,
    cooldownDays: 7,
    care: 1,
    prior: 0.55,
    urgency: 'none',
    text: {
      title: 'Ask whether it is really solved',
      why: 'We think it is solved. Only they can say so, and until they do it is our word, not theirs.',
      how: 'One short question, and mean it. If they say "almost", open it again at once: that is a good outcome.',
      draft:
        'Hello {first},\n\nI wanted to make sure: did that fully solve it for you? [your own sentence]\n\nIf anything is still not right, tell me and I will pick it up again.',
    },
    rows: ['R3-24', 'R0-12'],
  },
  {
    id: 'recovery_call',
    stages: ['engage', 'retain', 'advocate', 'lapsed'],
    kind: 'care',
    purpose: 'apology',
    triggers: [{ on: 'low-rating', atMost: 2, withinDays: 5 }],
    mends: true,
    reply: true,
    cooldownDays: 30,
    care: 1,
    prior: 0.5,
    urgency: 'none',
    text: {
      title: 'Call them about the low mark they gave',
      why: 'They took the trouble to tell us that it was bad. Most people would simply have left.',
      how: 'Call today if you can. Thank them for saying it, listen to the end, and promise only what you will do this week.',
      draft:
        'Hello {first},\n\nthank you for being frank with us. I would like to understand what went wrong and put it right. [your own sentence]\n\nMay I call you today or tomorrow? Any time that suits you.',
    },
    rows: ['R4-11', 'R3-05'],
  },
  {
    id: 'small_kindness',
    stages: ['engage', 'retain', 'advocate'],
    kind: 'care',
    purpose: 'care',
    triggers: [{ on: 'after-event', event: 'Complaint Confirmed Resolved', from: 1, to: 14 }],
    cooldownDays: 90,
    care: 0.9,
    prior: 0.45,
    urgency: 'window',
    text: {
      title: 'Add a small kindness now that it is solved',
      why: 'They had trouble because of us and told us when it was right again. A little more than they asked for says that we noticed.',
      how: 'Choose something that fits them: a longer warranty, priority next time, careful packaging, no delivery charge. Expect nothing back, and say so.',
      draft:
        'Hello {first},\n\nI am glad that it works now, and thank you for your patience. [your own sentence]\n\nThere is nothing you need to do.',
    },
    rows: ['R0-19', 'R0-33'],
  },
];
