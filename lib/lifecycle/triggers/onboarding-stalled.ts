import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

const pending = ({ onboarding }: Scene) => (onboarding && onboarding.left > 0 ? onboarding : null);

/** [T31] Getting started began, is not finished, and has not moved for so long. */
export const onboardingStalled: TriggerRule<'onboarding-stalled'> = {
  fires: ({ days }, scene) => {
    const found = pending(scene);
    if (!found || scene.now < found.at + days * DAY) return null;
    return {
      since: found.at + days * DAY,
      ref: `step@${found.at}`,
      because: {
        code: 'trigger-onboarding-stalled',
        values: { left: found.left, n: wholeDays(scene, found.at) },
      },
    };
  },
  next: ({ days }, scene) => {
    const found = pending(scene);
    return ahead(found ? found.at + days * DAY : null, scene.now);
  },
};
