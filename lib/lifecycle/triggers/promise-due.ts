import { HOUR } from '../../contract/primitives.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** The card is there on the morning of the day, not at the last minute. */
const BEFORE = 12 * HOUR;

const soonest = ({ promises }: Scene) => {
  let first: { ref: string; about: string | null; dueAt: number } | null = null;
  for (const { ref, about, dueAt, state } of promises)
    if (state === 'open' && dueAt !== null && (first === null || dueAt < first.dueAt))
      first = { ref, about, dueAt };
  return first;
};

/** [T10] Something we promised is due today, or was. */
export const promiseDue: TriggerRule<'promise-due'> = {
  fires: (_, scene) => {
    const due = soonest(scene);
    if (!due || scene.now < due.dueAt - BEFORE) return null;
    const { dueAt, about } = due;
    const late = scene.now > dueAt ? 'trigger-promise-late' : 'trigger-promise-due';
    return {
      since: dueAt - BEFORE,
      ref: due.ref,
      because:
        about === null
          ? { code: late, values: { dueAt } }
          : { code: `${late}-about`, values: { dueAt, about } },
    };
  },
  next: (_, scene) => {
    const due = soonest(scene);
    return ahead(due ? due.dueAt - BEFORE : null, scene.now);
  },
};
