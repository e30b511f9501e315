import { DAY } from '../../contract/primitives.ts';
import { lastAt } from '../view.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** After so long without a word of its arrival, it is our records that are late. */
const STALE = 30 * DAY;

const toldAt = (scene: Scene): number =>
  Math.max(
    scene.contacts[0]?.at ?? 0,
    lastAt(scene, 'Order Updated') ?? 0,
    lastAt(scene, 'Order Cancelled') ?? 0,
  );

/** The promise that was broken first, of those that are still recent. */
const open = (scene: Scene) =>
  scene.orderPromises
    .filter(({ promisedFor }) => scene.now <= promisedFor + STALE)
    .sort((a, b) => a.promisedFor - b.promisedFor);

/** [T33] An order should have arrived by now, has not, and nobody has told them anything since. */
export const orderLate: TriggerRule<'order-late'> = {
  fires: (_, scene) => {
    const told = toldAt(scene);
    const late = open(scene).find(({ promisedFor }) => promisedFor <= scene.now && promisedFor >= told);
    if (!late) return null;
    return {
      since: late.promisedFor,
      until: late.promisedFor + STALE,
      ref: `${late.order}@${late.promisedFor}`,
      because: { code: 'trigger-order-late', values: { promisedAt: late.promisedFor } },
    };
  },
  next: (_, scene) =>
    ahead(open(scene).find(({ promisedFor }) => promisedFor > scene.now)?.promisedFor ?? null, scene.now),
};
