import type { TimelineEntry } from '#lib/contract/customer.ts';
import type { CacheDb } from './cache-db.ts';
import { letGo } from './tidy.ts';

/** Pages of older history that are kept, of at most 50 entries each. */
const KEPT = 400;

/** Keeps a page of older history for when there is no network; the ones that were looked at longest ago go. */
export const putHistory = (
  db: CacheDb,
  page: { customer: string; before: string; entries: TimelineEntry[] },
  now: number,
): Promise<void> =>
  db.transaction('rw', db.history, async () => {
    await db.history.put({ ...page, usedAt: now });
    const tooMany = (await db.history.count()) - KEPT;
    if (tooMany > 0) await db.history.orderBy('usedAt').limit(tooMany).delete();
  });

/** The page as it was when it was seen last; null: it was not seen on this device, or long ago. */
export const readHistory = async (
  db: CacheDb,
  customer: string,
  before: string,
): Promise<TimelineEntry[] | null> => (await db.history.get([customer, before]))?.entries ?? null;

/**
 * Makes room on a full disk ([S91]): all older history, and half of those who were looked up, the longest unused.
 * @returns false: there is nothing here that could go
 */
export const makeRoom = async (db: CacheDb): Promise<boolean> => {
  const pages = await db.history.count();
  await db.history.clear();
  const fewer = await letGo(db, (held) => Math.floor(held / 2));
  return pages > 0 || fewer;
};
