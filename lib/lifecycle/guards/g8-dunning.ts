import { DAY } from '../../contract/primitives.ts';
import { isCommercial, lately } from '../desk.ts';
import { paymentTrouble } from '../signs.ts';
import type { Blocked } from '../types.ts';
import type { Guard } from './guard.ts';

/** [G8] Calm about payments: first silence, then few notes far apart, and no offers meanwhile. */
export const g8: Guard = {
  id: 'G8',
  block: ({ play }, scene, desk) => {
    const { silentDays, notes, withinDays, apartDays } = scene.policy.g8;
    const { now } = scene;
    const failedAt = paymentTrouble(scene);
    const blocked = (until: number, because: Blocked['because']): Blocked | null =>
      now < until ? { guard: 'G8', until, because } : null;
    if (!play.dunning)
      return failedAt !== null && isCommercial(play)
        ? blocked(failedAt + withinDays * DAY, { code: 'guard-g8-offers', values: { failedAt } })
        : null;
    const sent = lately(desk.dunning, now, withinDays);
    const all: (Blocked | null)[] = [];
    if (failedAt !== null)
      all.push(
        blocked(failedAt + silentDays * DAY, {
          code: 'guard-g8-silence',
          values: { n: silentDays, failedAt },
        }),
      );
    const [newest] = sent;
    if (newest !== undefined)
      all.push(
        blocked(newest + apartDays * DAY, {
          code: 'guard-g8-apart',
          values: { n: apartDays, sentAt: newest },
        }),
      );
    const oldest = sent[notes - 1];
    if (oldest !== undefined)
      all.push(
        blocked(oldest + withinDays * DAY, {
          code: 'guard-g8-enough',
          values: { n: sent.length, days: withinDays },
        }),
      );
    return all.reduce(
      (last, one) => (one && (!last || (one.until ?? 0) > (last.until ?? 0)) ? one : last),
      null,
    );
  },
};
