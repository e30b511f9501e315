import { dueDay, isPastDay, ourZone, startOfDay } from '../clock.ts';
import { ahead, type Scene, type TriggerRule } from './trigger.ts';

/** The card is there in the morning of the day, not at the last minute. */
const MORNING = 9;

const soonest = ({ promises }: Scene) => {
  let first: { ref: string; about: string | null; dueAt: number } | null = null;
  for (const { ref, about, dueAt, state } of promises)
    if (state === 'open' && dueAt !== null && (first === null || dueAt < first.dueAt))
      first = { ref, about, dueAt };
  return first;
};

/** Nine o'clock of its day; of what is promised for earlier than that, the hour itself. */
const morningOf = (zone: string, dueAt: number): number => {
  const day = dueDay(zone, dueAt);
  const nine = startOfDay(zone, day, MORNING);
  return dueAt <= startOfDay(zone, day) ? nine : Math.min(nine, dueAt);
};

/** [T10] Something we promised is due today, or was. */
export const promiseDue: TriggerRule<'promise-due'> = {
  fires: (_, scene) => {
    const due = soonest(scene);
    if (!due) return null;
    const { dueAt, about } = due;
    const zone = ourZone(scene);
    const since = morningOf(zone, dueAt);
    if (scene.now < since) return null;
    const code = isPastDay(zone, dueAt, scene.now) ? 'trigger-promise-late' : 'trigger-promise-today';
    return {
      since,
      ref: due.ref,
      because:
        about === null ? { code, values: { dueAt } } : { code: `${code}-about`, values: { dueAt, about } },
    };
  },
  next: (_, scene) => {
    const due = soonest(scene);
    return ahead(due ? morningOf(ourZone(scene), due.dueAt) : null, scene.now);
  },
};
