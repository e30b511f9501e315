import { DAY } from '../../contract/primitives.ts';
import type { TriggerRule } from './trigger.ts';

/** Their own reports before the newest one that make a usual. */
const BEFORE = 3;

/** [T28] They use it more than the median of their own three reports before. */
export const usageAbove: TriggerRule<'usage-above'> = {
  fires: ({ withinDays }, { usageCounts, now }) => {
    const [newest, ...rest] = usageCounts;
    const before = rest.slice(0, BEFORE).map(({ count }) => count);
    if (!newest || before.length < BEFORE || now > newest.at + withinDays * DAY) return null;
    const usual = before.sort((a, b) => a - b)[1] ?? 0;
    if (newest.count <= usual) return null;
    return {
      since: newest.at,
      until: newest.at + withinDays * DAY,
      ref: `usage@${newest.at}`,
      because: {
        code: 'trigger-usage-above',
        values: { count: newest.count, more: newest.count - usual, reportedAt: newest.at },
      },
    };
  },
  next: () => null,
};
