import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import type { TriggerRule } from './trigger.ts';

/** [T22] We answered a question in the last days, and still do not know what they need. */
export const needUnknown: TriggerRule<'need-unknown'> = {
  fires: ({ withinDays }, scene) => {
    if (scene.needAt !== null) return null;
    let answeredAt = 0;
    for (const { state, changedAt } of scene.questions)
      if (state === 'settled' || state === 'confirmed') answeredAt = Math.max(answeredAt, changedAt);
    if (answeredAt === 0 || scene.now > answeredAt + withinDays * DAY) return null;
    return {
      since: answeredAt,
      until: answeredAt + withinDays * DAY,
      ref: `answer@${answeredAt}`,
      because: { code: 'trigger-need-unknown', values: { n: wholeDays(scene, answeredAt), answeredAt } },
    };
  },
  next: () => null,
};
