import type { Trigger } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule, windowAfter } from './trigger.ts';

/** The item to ask for, or null: what is known is not what the trigger waits for. */
const wanted = ({ atMost, has = [], lacks = [] }: Extract<Trigger, { on: 'meddic' }>, { reading }: Scene) => {
  const { meddic } = reading;
  if (!meddic || (atMost !== undefined && meddic.score > atMost)) return null;
  const isKnown = (item: string) => meddic.items.some((one) => one.item === item && one.knownAt !== null);
  if (!has.every(isKnown) || lacks.some(isKnown)) return null;
  return { score: meddic.score, of: meddic.items.length, item: lacks[0] ?? meddic.next };
};

/** [T25] So many days into the stage of a sale to a company, this much of it is known. */
export const meddic: TriggerRule<'meddic'> = {
  fires: (trigger, scene) => {
    const { stage, since } = scene.reading.stage;
    const window = windowAfter(since, trigger.fromDays * DAY, trigger.toDays * DAY, scene.now);
    const found = window && wanted(trigger, scene);
    if (!window || !found) return null;
    const values = { n: found.score, of: found.of, days: wholeDays(scene, since) };
    return {
      ...window,
      ref: `${stage}@${since}+${found.item ?? 'all'}`,
      because:
        found.item === null
          ? { code: 'trigger-meddic-all', values }
          : { code: 'trigger-meddic', values: { ...values, item: found.item } },
    };
  },
  next: (trigger, scene) =>
    wanted(trigger, scene) ? ahead(scene.reading.stage.since + trigger.fromDays * DAY, scene.now) : null,
};
