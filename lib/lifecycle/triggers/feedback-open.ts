import { DAY } from '../../contract/primitives.ts';
import { oldestFeedback } from '../feedback.ts';
import { wholeDays } from '../view.ts';
import { ahead, type TriggerRule } from './trigger.ts';

/** [T20] They told us something, and for so many days nobody has said what became of it. */
export const feedbackOpen: TriggerRule<'feedback-open'> = {
  fires: ({ afterDays }, scene) => {
    const found = oldestFeedback(scene.feedbackOpen);
    if (!found || scene.now < found.at + afterDays * DAY) return null;
    return {
      since: found.at + afterDays * DAY,
      ref: found.ref,
      because: {
        code: 'trigger-feedback-open',
        values: { kind: found.kind, n: wholeDays(scene, found.at), givenAt: found.at },
      },
    };
  },
  next: ({ afterDays }, scene) => {
    const found = oldestFeedback(scene.feedbackOpen);
    return ahead(found ? found.at + afterDays * DAY : null, scene.now);
  },
};
