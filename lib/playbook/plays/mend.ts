import type { Play } from '../../contract/playbook.ts';
import { afterSaleAndAway, anywhere } from '../where.ts';

/** When something went wrong: mend first, ask nothing. */
export const mend: Play[] = [
  {
    id: 'apologise_personally',
    stages: anywhere,
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
    stages: anywhere,
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
    rows: ['R3-24', 'R0-28'],
  },
  {
    id: 'call_them',
    stages: anywhere,
    kind: 'care',
    purpose: 'apology',
    triggers: [{ on: 'issue-repeated', contacts: 3, reopened: 2 }],
    mends: true,
    reply: true,
    channel: 'call',
    cooldownDays: 3,
    care: 1,
    prior: 0.68,
    urgency: 'issue',
    text: {
      title: 'Call them and stay on the line until it works',
      why: 'They have come back with the same matter again and again. Another mail would be one more of those that did not help.',
      how: 'Read all of it before you ring, so that they need not tell it once more. If it takes a visit, offer one; it costs them nothing.',
      draft:
        'Hello {first},\n\nenough mails. May I call you and stay on the line until it works? [your own sentence]\n\nTell me when it suits you; this is on us.',
    },
    rows: ['R0-21', 'R3-25'],
  },
  {
    id: 'recovery_call',
    stages: afterSaleAndAway,
    kind: 'care',
    purpose: 'apology',
    triggers: [{ on: 'low-rating', atMost: 2, withinDays: 5 }],
    mends: true,
    reply: true,
    channel: 'call',
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
];
