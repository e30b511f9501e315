import { endDate } from '../words/offers.ts';
import { plain } from '../words/plain.ts';
import { fewLeft, pressing as patterns, scarce } from '../words/pressing.ts';
import { each, saidAndDone } from './rule.ts';

/** [R1-09] [R3-22] Nothing hurries, shames, threatens or shouts; what ends, ends on a named date. */
export const pressing = each((play) =>
  saidAndDone(play).flatMap(({ path, text }) => {
    const read = plain(text);
    const applying = endDate.test(read) ? patterns : [scarce, fewLeft, ...patterns];
    return applying.flatMap(({ pattern, what }) => {
      const hit = pattern.exec(read);
      if (!hit) return [];
      return [
        {
          path,
          message: `"${hit[0]}" ${what}.`,
          mend: 'Say it calmly, and leave them the time. If something really ends, name the date.',
        },
      ];
    });
  }),
);
