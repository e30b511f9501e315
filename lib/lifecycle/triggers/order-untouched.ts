import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule, windowAfter } from './trigger.ts';

/** Their only order, if none of us was in touch since. A machine's thank-you is no touch. */
const alone = ({ orders, lastOrderAt, contacts }: Scene): number | null =>
  orders === 1 &&
  lastOrderAt !== null &&
  !contacts.some(({ at, who }) => who !== 'automation' && at > lastOrderAt)
    ? lastOrderAt
    : null;

/** [T35] One order, between `from` and `to` days ago, and no contact of ours since. */
export const orderUntouched: TriggerRule<'order-untouched'> = {
  fires: ({ from, to }, scene) => {
    const at = alone(scene);
    const window = at === null ? null : windowAfter(at, from * DAY, to * DAY, scene.now);
    if (at === null || !window) return null;
    return {
      ...window,
      ref: `order@${at}`,
      because: { code: 'trigger-order-untouched', values: { n: wholeDays(scene, at), orderAt: at } },
    };
  },
  next: ({ from }, scene) => {
    const at = alone(scene);
    return ahead(at === null ? null : at + from * DAY, scene.now);
  },
};
