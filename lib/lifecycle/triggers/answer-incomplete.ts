import { HOUR } from '../../contract/primitives.ts';
import { nextOpening, zoneOf } from '../clock.ts';
import { age, ahead, type Scene, type TriggerRule } from './trigger.ts';

const oldest = ({ questions }: Scene) => questions.find((m) => m.state === 'partly');

/** So many hours after half an answer, in working hours: what we owe since Friday is due on Monday. */
const dueAt = (changedAt: number, afterHours: number, scene: Scene): number => {
  const at = changedAt + afterHours * HOUR;
  return nextOpening(zoneOf(scene) ?? 'UTC', scene.policy.g6Hours, at) ?? at;
};

/** [T6] We gave half an answer and owe the rest. */
export const answerIncomplete: TriggerRule<'answer-incomplete'> = {
  fires: ({ afterHours }, scene) => {
    const found = oldest(scene);
    const since = found ? dueAt(found.changedAt, afterHours, scene) : 0;
    if (!found || scene.now < since) return null;
    const values = age(scene, found.changedAt);
    return {
      since,
      ref: `${found.ref}@${found.changedAt}`,
      because:
        found.about === null
          ? { code: 'trigger-answer-incomplete', values }
          : { code: 'trigger-answer-incomplete-about', values: { ...values, about: found.about } },
    };
  },
  next: ({ afterHours }, scene) => {
    const found = oldest(scene);
    return ahead(found ? dueAt(found.changedAt, afterHours, scene) : null, scene.now);
  },
};
