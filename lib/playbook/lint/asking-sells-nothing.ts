import type { Play } from '../../contract/playbook.ts';
import { selling } from '../words/offers.ts';
import { plain } from '../words/plain.ts';
import { each, outgoing } from './rule.ts';

const isAsking = (play: Play): boolean =>
  play.kind === 'feedback' || (play.kind === 'care' && play.purpose !== 'billing' && play.purpose !== 'news');

/** [R0-17] A text that asks how they are has no price, no link and no offer in it. */
export const askingSellsNothing = each((play) =>
  isAsking(play)
    ? outgoing(play).flatMap(({ path, text }) => {
        const hit = selling.exec(plain(text));
        if (!hit) return [];
        return [
          {
            path,
            message: `"${hit[0]}" sells, in a text that asks how they are.`,
            mend: 'Take prices, links and offers out, or make it a commercial play.',
          },
        ];
      })
    : [],
);
