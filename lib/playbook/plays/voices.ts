import type { Play } from '../../contract/playbook.ts';
import { anywhere } from '../where.ts';

/** They told us something: say thank you, whatever it was. */
export const voices: Play[] = [
  {
    id: 'thank_for_idea',
    stages: anywhere,
    kind: 'care',
    purpose: 'thanks',
    triggers: [{ on: 'feedback-given', kinds: ['idea'], from: 0, to: 5 }],
    reply: true,
    cooldownDays: 3,
    care: 0.85,
    prior: 0.46,
    urgency: 'window',
    text: {
      title: 'Thank them for the idea and say where it goes',
      why: 'They thought about how we could be better. Ideas stop coming when nobody says what became of the last one.',
      how: 'Say who decides about it and when you will write again. If it will not happen, say why.',
      draft:
        'Hello {first},\n\nthank you for the idea; I have passed it on. [your own sentence]\n\nI will write to you when there is something to tell.',
    },
    rows: ['R0-30', 'R0-12', 'R3-27'],
  },
  {
    id: 'thank_for_candour',
    stages: anywhere,
    kind: 'care',
    purpose: 'thanks',
    triggers: [{ on: 'feedback-given', kinds: ['comment'], from: 0, to: 4 }],
    reply: true,
    mends: true,
    cooldownDays: 7,
    care: 0.85,
    prior: 0.45,
    urgency: 'window',
    text: {
      title: 'Thank them for telling us frankly',
      why: 'They took the time to tell us something. The more people do, the better; most never say a word.',
      how: 'Thank them first, explain nothing away. Ask one thing back if you did not understand it.',
      draft: 'Hello {first},\n\nthank you for telling us. I would rather know. [your own sentence]',
    },
    rows: ['R3-05', 'R3-09', 'R0-12'],
  },
];
