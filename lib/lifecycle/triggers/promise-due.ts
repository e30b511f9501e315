import { HOUR } from '../../contract/primitives.ts';
import { calendarDays } from '../view.ts';
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

/** A promise for a day may be kept all that day (UTC): it is late from the next one on. */
const dueCode = (daysPast: number) => {
  if (daysPast > 0) return 'trigger-promise-late';
  return daysPast === 0 ? 'trigger-promise-today' : 'trigger-promise-due';
};

/** [T10] Something we promised is due today, or was. */
export const promiseDue: TriggerRule<'promise-due'> = {
  fires: (_, scene) => {
    const due = soonest(scene);
    if (!due || scene.now < due.dueAt - BEFORE) return null;
    const { dueAt, about } = due;
    const code = dueCode(calendarDays(scene, dueAt));
    return {
      since: dueAt - BEFORE,
      ref: due.ref,
      because:
        about === null ? { code, values: { dueAt } } : { code: `${code}-about`, values: { dueAt, about } },
    };
  },
  next: (_, scene) => {
    const due = soonest(scene);
    return ahead(due ? due.dueAt - BEFORE : null, scene.now);
  },
};
