import { HOUR } from '../../contract/primitives.ts';
import { age, ahead, type Scene, type TriggerRule } from './trigger.ts';

const oldest = ({ questions }: Scene) => questions.find((m) => m.state === 'partly');

/** [T6] We gave half an answer and owe the rest. */
export const answerIncomplete: TriggerRule<'answer-incomplete'> = {
  fires: ({ afterHours }, scene) => {
    const found = oldest(scene);
    if (!found || scene.now < found.changedAt + afterHours * HOUR) return null;
    const values = age(scene, found.changedAt);
    return {
      since: found.changedAt + afterHours * HOUR,
      ref: `${found.ref}@${found.changedAt}`,
      because:
        found.about === null
          ? { code: 'trigger-answer-incomplete', values }
          : { code: 'trigger-answer-incomplete-about', values: { ...values, about: found.about } },
    };
  },
  next: ({ afterHours }, scene) => {
    const found = oldest(scene);
    return ahead(found ? found.changedAt + afterHours * HOUR : null, scene.now);
  },
};
