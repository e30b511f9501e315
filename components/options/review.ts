import type { Outcomes } from '#lib/contract/playbook.ts';

/** Calls of "bad idea" after which a play should be looked at again, and how many different people must have made them. */
const REVIEW = { bad: 5, critics: 3 };

/** What the team's answers say of a play, over all stages. `critics` is the least that it can be. */
export const answersTo = (outcomes: Outcomes, play: string) => {
  const all = { n: 0, s: 0, bad: 0, critics: 0 };
  for (const [key, { n, s, bad = 0, critics = 0 }] of Object.entries(outcomes)) {
    if (!key.startsWith(`${play}/`)) continue;
    all.n += n;
    all.s += s;
    all.bad += bad;
    // The same person may have said so in two stages: never counted twice.
    all.critics = Math.max(all.critics, critics);
  }
  return all;
};

/** So many people call it a bad idea that the team should look at it again. */
export const reviewDue = (outcomes: Outcomes, play: string): boolean => {
  const { bad, critics } = answersTo(outcomes, play);
  return bad >= REVIEW.bad && critics >= REVIEW.critics;
};
