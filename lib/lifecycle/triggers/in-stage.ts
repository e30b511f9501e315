import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type TriggerRule, windowAfter } from './trigger.ts';

/** [T16] They have been in their stage for so long. */
export const inStage: TriggerRule<'in-stage'> = {
  fires: ({ fromDays, toDays }, scene) => {
    const { stage, since } = scene.reading.stage;
    const window = windowAfter(since, fromDays * DAY, toDays * DAY, scene.now);
    if (!window) return null;
    return {
      ...window,
      ref: `${stage}@${since}`,
      because: { code: 'trigger-in-stage', values: { stage, n: wholeDays(scene, since), sinceAt: since } },
    };
  },
  next: ({ fromDays }, scene) => ahead(scene.reading.stage.since + fromDays * DAY, scene.now),
};
