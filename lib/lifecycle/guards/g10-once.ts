import { DAY } from '../../contract/primitives.ts';
import type { Guard } from './guard.ts';

/**
 * [G10] One card per customer, action and reason. What was done for a reason is not suggested for it again, and
 * an action rests for its cooldown whoever did it. A matter that is still open may come back after the rest. What is
 * said once in a lifetime is said once.
 */
export const g10: Guard = {
  id: 'G10',
  block: ({ play, fired }, { facts, contacts, now }) => {
    let doneAt = 0;
    let by: string | null = null;
    for (const { at, d } of facts.recent.done) if (d.play === play.id) doneAt = Math.max(doneAt, at);
    for (const { at, d } of facts.recent.actions)
      if (d.why === 'already-done' && d.play === play.id) doneAt = Math.max(doneAt, at);
    for (const contact of contacts) {
      if (contact.play !== play.id) continue;
      doneAt = Math.max(doneAt, contact.at);
      by ??= contact.by;
    }
    if (doneAt === 0) return null;
    if (play.once)
      return { guard: 'G10', until: null, because: { code: 'guard-g10-once', values: { doneAt } } };
    if (play.urgency !== 'issue' && doneAt >= fired.since)
      return { guard: 'G10', until: null, because: { code: 'guard-g10-done', values: { doneAt } } };
    const until = doneAt + play.cooldownDays * DAY;
    if (now >= until) return null;
    return {
      guard: 'G10',
      until,
      because:
        by === null
          ? { code: 'guard-g10-rests', values: { doneAt } }
          : { code: 'guard-g10-rests-by', values: { doneAt, by } },
    };
  },
};
