import { DAY } from '../../contract/primitives.ts';
import { dueDay, ourZone, startOfDay } from '../clock.ts';
import { lastAt } from '../view.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** After so long without a word of its arrival, it is our records that are late. */
const STALE = 30 * DAY;

/** A newsletter tells nobody where their order is. */
const toldAt = (scene: Scene): number =>
  Math.max(
    scene.contacts.find(({ who, why }) => who !== 'automation' || why !== 'news')?.at ?? 0,
    lastAt(scene, 'Order Updated') ?? 0,
    lastAt(scene, 'Order Cancelled') ?? 0,
  );

/** At the hour that was named; where only a day was, the order may arrive all day. */
const lateFrom = (scene: Scene, promisedFor: number): number => {
  if (promisedFor % DAY !== 0) return promisedFor;
  const zone = ourZone(scene);
  return startOfDay(zone, dueDay(zone, promisedFor) + 1);
};

/** Promises that are still recent, the one to be broken first in front. */
const recent = ({ orderPromises, now }: Scene) =>
  orderPromises
    .filter(({ promisedFor }) => now <= promisedFor + STALE)
    .sort((a, b) => a.promisedFor - b.promisedFor);

/** [T33] An order should have arrived, has not, and nobody has told them anything since. */
export const orderLate: TriggerRule<'order-late'> = {
  fires: (_, scene) => {
    const told = toldAt(scene);
    const late = recent(scene).find(
      ({ promisedFor }) => promisedFor >= told && lateFrom(scene, promisedFor) <= scene.now,
    );
    if (!late) return null;
    return {
      since: lateFrom(scene, late.promisedFor),
      until: late.promisedFor + STALE,
      ref: `${late.order}@${late.promisedFor}`,
      because: { code: 'trigger-order-late', values: { promisedAt: late.promisedFor } },
    };
  },
  next: (_, scene) => {
    const [coming] = recent(scene)
      .map(({ promisedFor }) => lateFrom(scene, promisedFor))
      .filter((at) => at > scene.now);
    return ahead(coming ?? null, scene.now);
  },
};
