import type { TimelineEntry } from '#lib/contract/customer.ts';
import { Touchpoint } from '#lib/contract/touchpoint.ts';
import { newestFirst } from './entry.ts';

/** Their health at one touchpoint and at the next, in whole points. */
export type Change = { from: number; to: number };

const Standing = Touchpoint.pick({ standing: true });

/** For each touchpoint at which their health was another than at the one before: both. By the entry's id. */
export const healthChanges = (timeline: readonly TimelineEntry[]): ReadonlyMap<string, Change> => {
  const changes = new Map<string, Change>();
  let before: number | null = null;
  for (const { id, type, data } of [...timeline].sort(newestFirst).reverse()) {
    if (type !== 'Touchpoint Logged' || data.standing === undefined) continue;
    const health = Standing.safeParse(data).data?.standing?.health;
    if (typeof health !== 'number') continue;
    const now = Math.round(health);
    if (before !== null && before !== now) changes.set(id, { from: before, to: now });
    before = now;
  }
  return changes;
};
