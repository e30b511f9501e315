import { HOUR } from '../../contract/primitives.ts';
import { age, ahead, type Scene, type TriggerRule } from './trigger.ts';

const oldest = ({ questions }: Scene) => questions.find((m) => m.state === 'open');

/** [T5] A question waits for its answer; the oldest one speaks. */
export const questionOpen: TriggerRule<'question-open'> = {
  fires: ({ afterHours }, scene) => {
    const found = oldest(scene);
    if (!found || scene.now < found.openedAt + afterHours * HOUR) return null;
    const values = age(scene, found.openedAt);
    return {
      since: found.openedAt + afterHours * HOUR,
      ref: `${found.ref}@${found.openedAt}`,
      because:
        found.about === null
          ? { code: 'trigger-question-open', values }
          : { code: 'trigger-question-open-about', values: { ...values, about: found.about } },
    };
  },
  next: ({ afterHours }, scene) => {
    const found = oldest(scene);
    return ahead(found ? found.openedAt + afterHours * HOUR : null, scene.now);
  },
};
