import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type TriggerRule } from './trigger.ts';

/** Later than this many of their usual gaps it is no lateness any more; other plays take over. */
const STALE_GAPS = 6;

/** [T7] Their own rhythm of orders has been missed: the gap is over `ratio` times their median. */
export const orderOverdue: TriggerRule<'order-overdue'> = {
  fires: ({ ratio }, scene) => {
    const { rhythm, lastOrderAt, now } = scene;
    if (rhythm === null || lastOrderAt === null) return null;
    const since = Math.round(lastOrderAt + ratio * rhythm);
    if (now < since || now > lastOrderAt + STALE_GAPS * rhythm) return null;
    const usual = Math.round(rhythm / DAY);
    return {
      since,
      ref: `order@${lastOrderAt}`,
      because: {
        code: 'trigger-order-overdue',
        values: { n: Math.max(1, wholeDays(scene, lastOrderAt) - usual), usual },
      },
    };
  },
  next: ({ ratio }, { rhythm, lastOrderAt, now }) =>
    ahead(rhythm === null || lastOrderAt === null ? null : lastOrderAt + ratio * rhythm, now),
};
