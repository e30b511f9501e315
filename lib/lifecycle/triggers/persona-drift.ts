import { DAY } from '../../contract/primitives.ts';
import { wholeDays } from '../view.ts';
import { ahead, type TriggerRule } from './trigger.ts';

/**
 * [T24] The persona that a colleague set fits so many points worse than it did then, or nobody has looked at it for so
 * long. A match that only the rules made is made anew at every reading and cannot drift.
 */
export const personaDrift: TriggerRule<'persona-drift'> = {
  fires: ({ points, reviewDays }, scene) => {
    const match = scene.reading.persona;
    if (!match?.set) return null;
    const { at, percent } = match.set;
    const ref = `${match.persona}@${at}`;
    if (percent !== null && percent - match.percent >= points)
      return {
        since: at,
        ref,
        because: {
          code: 'trigger-persona-drift',
          values: { persona: match.name, from: Math.round(percent), percent: Math.round(match.percent) },
        },
      };
    const since = at + reviewDays * DAY;
    if (scene.now < since) return null;
    return {
      since,
      ref: `${ref}+review`,
      because: {
        code: 'trigger-persona-review',
        values: { persona: match.name, n: wholeDays(scene, at), setAt: at },
      },
    };
  },
  next: ({ reviewDays }, { reading: { persona }, now }) =>
    ahead(persona?.set ? persona.set.at + reviewDays * DAY : null, now),
};
