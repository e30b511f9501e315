import { HOUR } from '../../contract/primitives.ts';
import { age, ahead, type Scene, type TriggerRule } from './trigger.ts';

/** Open, and nobody has said "I take this"; the oldest one speaks. */
const oldest = ({ complaints, questions }: Scene) => {
  const free = [...complaints, ...questions].filter((m) => m.state === 'open' && m.owner === null);
  return free.sort((a, b) => a.openedAt - b.openedAt)[0];
};

/** [T17] A complaint or question has been open for so many hours, and nobody has taken it on. */
export const concernUnowned: TriggerRule<'concern-unowned'> = {
  fires: ({ afterHours }, scene) => {
    const found = oldest(scene);
    const since = found ? found.openedAt + afterHours * HOUR : 0;
    if (!found || scene.now < since) return null;
    const values = age(scene, found.openedAt);
    return {
      since,
      ref: `${found.ref}@${found.openedAt}`,
      because:
        found.about === null
          ? { code: 'trigger-concern-unowned', values }
          : { code: 'trigger-concern-unowned-about', values: { ...values, about: found.about } },
    };
  },
  next: ({ afterHours }, scene) => {
    const found = oldest(scene);
    return ahead(found ? found.openedAt + afterHours * HOUR : null, scene.now);
  },
};
