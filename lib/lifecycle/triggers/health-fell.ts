import { DAY } from '../../contract/primitives.ts';
import { healthOf } from '../read.ts';
import { makeView, wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** Several plays may ask about the same days: each is read once. */
const before = new WeakMap<Scene, Map<number, number | null>>();

const healthBefore = (scene: Scene, days: number): number | null => {
  const known = before.get(scene) ?? new Map<number, number | null>();
  before.set(scene, known);
  const kept = known.get(days);
  if (kept !== undefined) return kept;
  const { id, profile, facts, playbook, now } = scene;
  const past = makeView({ id, profile, facts }, playbook, now - days * DAY, true);
  const { score } = healthOf(past);
  known.set(days, score);
  return score;
};

/** [T26] Health stands so many points under where it stood so many days ago, and we have not been in touch for a while. */
export const healthFell: TriggerRule<'health-fell'> = {
  fires: ({ points, withinDays, quietDays }, scene) => {
    const { inTouchAt, now, reading } = scene;
    const since = inTouchAt + quietDays * DAY;
    const { score } = reading.health;
    if (score === null || now < since) return null;
    const then = healthBefore(scene, withinDays);
    if (then === null || then - score < points) return null;
    return {
      since,
      ref: `touch@${inTouchAt}`,
      because: {
        code: 'trigger-health-fell',
        values: {
          n: Math.round(then - score),
          days: withinDays,
          quiet: wholeDays(scene, inTouchAt),
          lastAt: inTouchAt,
        },
      },
    };
  },
  next: ({ quietDays }, { inTouchAt, now }) => ahead(inTouchAt + quietDays * DAY, now),
};
