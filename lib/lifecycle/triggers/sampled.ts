import type { Trigger } from '../../contract/playbook.ts';
import { DAY } from '../../contract/primitives.ts';
import { chance } from '../chance.ts';
import { lastNamed, wholeDays } from '../view.ts';
import { ahead, type Scene, slug, type TriggerRule, windowAfter } from './trigger.ts';

/** The newest event of the kind, if the draw fell on it. The draw knows who and when, and not how much. */
const drawn = ({ event, percent }: Extract<Trigger, { on: 'sampled' }>, scene: Scene): number | null => {
  const at = lastNamed(scene, event);
  return at !== null && chance(`${scene.id}/${event}@${at}`) * 100 < percent ? at : null;
};

/** [T36] A fair sample of those to whom it happened between `from` and `to` days ago. */
export const sampled: TriggerRule<'sampled'> = {
  fires: (trigger, scene) => {
    const { event, from, to, percent } = trigger;
    const at = drawn(trigger, scene);
    const window = at === null ? null : windowAfter(at, from * DAY, to * DAY, scene.now);
    if (at === null || !window) return null;
    return {
      ...window,
      ref: `${event}@${at}`,
      because: {
        code: 'trigger-sampled',
        values: { event, what: slug(event), n: wholeDays(scene, at), eventAt: at, percent },
      },
    };
  },
  next: (trigger, scene) => {
    const at = drawn(trigger, scene);
    return ahead(at === null ? null : at + trigger.from * DAY, scene.now);
  },
};
