import { HOUR } from '../../contract/primitives.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

const oldest = ({ questions }: Scene) => questions.find((m) => m.state === 'open');

/** [T5] A question waits for its answer; the oldest one speaks. */
export const questionOpen: TriggerRule<'question-open'> = {
  fires: ({ afterHours }, scene) => {
    const found = oldest(scene);
    if (!found || scene.now < found.openedAt + afterHours * HOUR) return null;
    const hours = Math.floor((scene.now - found.openedAt) / HOUR);
    const values = { n: hours < 48 ? hours : Math.floor(hours / 24), unit: hours < 48 ? 'hours' : 'days' };
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
