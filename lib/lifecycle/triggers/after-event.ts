import { DAY } from '../../contract/primitives.ts';
import { lastNamed, wholeDays } from '../view.ts';
import { ahead, slug, type TriggerRule, windowAfter } from './trigger.ts';

/** [T1] The newest event of this kind lies between `from` and `to` days back. */
export const afterEvent: TriggerRule<'after-event'> = {
  fires: ({ event, from, to }, scene) => {
    const at = lastNamed(scene, event);
    const window = at === null ? null : windowAfter(at, from * DAY, to * DAY, scene.now);
    if (at === null || !window) return null;
    return {
      ...window,
      ref: `${event}@${at}`,
      because: {
        code: 'trigger-after-event',
        values: { event, what: slug(event), n: wholeDays(scene, at), eventAt: at },
      },
    };
  },
  next: ({ event, from }, scene) => {
    const at = lastNamed(scene, event);
    return ahead(at === null ? null : at + from * DAY, scene.now);
  },
};
