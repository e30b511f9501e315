import { DAY } from '../../contract/primitives.ts';
import { cadence, wholeDays } from '../view.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** When it is our turn: a cadence after a person of ours was last in touch, or after we met. Null: nobody waits. */
const due = (scene: Scene): { at: number; last: number } | null => {
  const length = cadence(scene, scene.reading.stage.stage);
  if (length <= 0 || !scene.known) return null;
  const contact = scene.contacts.find(({ who }) => who !== 'automation');
  const last = Math.max(contact?.at ?? 0, scene.talk?.at ?? 0) || (scene.metAt ?? scene.firstSeenAt);
  return { at: last + length, last };
};

/** [T27] None of us was in touch for as long as the cadence of their stage. Machines do not count. */
export const cadenceDue: TriggerRule<'cadence-due'> = {
  fires: (_, scene) => {
    const found = due(scene);
    if (!found || scene.now < found.at) return null;
    return {
      since: found.at,
      ref: `contact@${found.last}`,
      because: {
        code: 'trigger-cadence-due',
        values: {
          n: wholeDays(scene, found.last),
          usual: Math.round((found.at - found.last) / DAY),
          lastAt: found.last,
        },
      },
    };
  },
  next: (_, scene) => ahead(due(scene)?.at ?? null, scene.now),
};
