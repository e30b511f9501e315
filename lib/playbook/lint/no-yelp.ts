import { yelp } from '../words/offers.ts';
import { plain } from '../words/plain.ts';
import { allWords, each } from './rule.ts';

/** [R1-26] Yelp forbids asking for reviews at all. */
export const noYelp = each((play) =>
  allWords(play)
    .filter(({ text }) => yelp.test(plain(text)))
    .map(({ path }) => ({
      path,
      message: 'Yelp forbids asking for reviews.',
      mend: 'Leave Yelp out of it.',
    })),
);
