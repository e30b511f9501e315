import { DAY } from '../../contract/primitives.ts';
import { isZone, localDay, localOf, startOfDay } from '../clock.ts';
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

/** It is our promise and our morning: the team's clock, else theirs, else UTC. */
const clock = ({ policy, profile }: Scene): string =>
  [policy.timezone, profile.timezone].find((zone) => zone !== undefined && isZone(zone)) ?? 'UTC';

/** Nine o'clock of its day; of what is promised for earlier than that, the hour itself. A day alone has no hour. */
const morningOf = (zone: string, dueAt: number): number => {
  const nine = startOfDay(zone, localDay(zone, dueAt), MORNING);
  return localOf(zone, dueAt) % DAY === 0 ? nine : Math.min(nine, dueAt);
};

/** A promise for a day may be kept all that day: it is late from the next one on. */
const isLate = (zone: string, dueAt: number, now: number): boolean =>
  localDay(zone, now) > localDay(zone, dueAt);

/** [T10] Something we promised is due today, or was. */
export const promiseDue: TriggerRule<'promise-due'> = {
  fires: (_, scene) => {
    const due = soonest(scene);
    if (!due) return null;
    const { dueAt, about } = due;
    const zone = clock(scene);
    const since = morningOf(zone, dueAt);
    if (scene.now < since) return null;
    const code = isLate(zone, dueAt, scene.now) ? 'trigger-promise-late' : 'trigger-promise-today';
    return {
      since,
      ref: due.ref,
      because:
        about === null ? { code, values: { dueAt } } : { code: `${code}-about`, values: { dueAt, about } },
    };
  },
  next: (_, scene) => {
    const due = soonest(scene);
    return ahead(due ? morningOf(clock(scene), due.dueAt) : null, scene.now);
  },
};
