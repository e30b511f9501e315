import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type TriggerRule, windowAfter } from './trigger.ts';

/** [T9] It was just this order, the first or the third, say, and it lies between `from` and `to` days back. */
export const orderCount: TriggerRule<'order-count'> = {
  fires: ({ count, from, to }, scene) => {
    const { orders, lastOrderAt, now } = scene;
    if (orders !== count || lastOrderAt === null) return null;
    const window = windowAfter(lastOrderAt, from * DAY, to * DAY, now);
    if (!window) return null;
    return {
      ...window,
      ref: `order@${lastOrderAt}`,
      because: {
        code: 'trigger-order-count',
        values: { count, n: wholeDays(scene, lastOrderAt), orderAt: lastOrderAt },
      },
    };
  },
  next: ({ count, from }, { orders, lastOrderAt, now }) =>
    ahead(orders === count && lastOrderAt !== null ? lastOrderAt + from * DAY : null, now),
};
