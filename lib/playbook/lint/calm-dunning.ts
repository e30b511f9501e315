import { plain } from '../words/plain.ts';
import { dunning } from '../words/pressing.ts';
import { each, saidAndDone } from './rule.ts';

/** [R3-22] [G8] A note about a payment assumes that it is the card, never the person. */
export const calmDunning = each((play) =>
  play.dunning === true || play.purpose === 'billing'
    ? saidAndDone(play).flatMap(({ path, text }) => {
        const hit = dunning.exec(plain(text));
        if (!hit) return [];
        return [
          {
            path,
            message: `"${hit[0]}" turns a note about a payment into a threat.`,
            mend: 'Say what happened to the card and that there is time.',
          },
        ];
      })
    : [],
);
