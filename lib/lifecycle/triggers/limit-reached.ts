import { DAY } from '../../contract/primitives.ts';
import type { TriggerRule } from './trigger.ts';

/** [T30] They ran into a limit so many times in the last days. */
export const limitReached: TriggerRule<'limit-reached'> = {
  fires: ({ atLeast, withinDays }, { limits, now }) => {
    const hit = limits.filter((at) => now - at <= withinDays * DAY);
    // Newest first: the one that made the number full is the last but (atLeast - 1).
    const full = hit.at(-atLeast);
    const needed = hit[atLeast - 1];
    if (full === undefined || needed === undefined) return null;
    return {
      since: full,
      until: needed + withinDays * DAY,
      ref: `limit@${full}`,
      because: { code: 'trigger-limit-reached', values: { n: hit.length, days: withinDays } },
    };
  },
  next: () => null,
};
