import { DAY } from '../../contract/primitives.ts';
import type { TriggerRule } from './trigger.ts';

/**
 * [T14] They read pages of this kind so many times in the last days, all on their own: what they read before a person of
 * ours was in touch does not count. The facts know the newest few pages only.
 */
export const pagesSeen: TriggerRule<'pages-seen'> = {
  fires: ({ page, atLeast, withinDays }, { facts, contacts, now }) => {
    const touchedAt = contacts.find(({ who }) => who !== 'automation')?.at ?? 0;
    const seen = facts.recent.behaviour.filter(
      ({ at, d }) => d.page === page && at > touchedAt && now - at <= withinDays * DAY,
    );
    // Newest first: the one that made the number full is the last but (atLeast - 1).
    const full = seen.at(-atLeast);
    const needed = seen[atLeast - 1];
    if (!full || !needed) return null;
    return {
      since: full.at,
      until: needed.at + withinDays * DAY,
      ref: `${page}@${full.at}`,
      because: { code: 'trigger-pages-seen', values: { n: seen.length, page, days: withinDays } },
    };
  },
  next: () => null,
};
