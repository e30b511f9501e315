import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type TriggerRule } from './trigger.ts';

/** [T8] No word between us for so long, and nothing is wrong that we know of. */
export const quiet: TriggerRule<'quiet'> = {
  fires: ({ days, maxDays }, scene) => {
    const { inTouchAt, openComplaint, now } = scene;
    if (openComplaint || now < inTouchAt + days * DAY) return null;
    if (maxDays !== undefined && now > inTouchAt + maxDays * DAY) return null;
    return {
      since: inTouchAt + days * DAY,
      ...(maxDays !== undefined && { until: inTouchAt + maxDays * DAY }),
      ref: `touch@${inTouchAt}`,
      because: { code: 'trigger-quiet', values: { n: wholeDays(scene, inTouchAt), lastAt: inTouchAt } },
    };
  },
  next: ({ days }, { inTouchAt, openComplaint, now }) =>
    openComplaint ? null : ahead(inTouchAt + days * DAY, now),
};
