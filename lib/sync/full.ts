import type { CacheDb } from '#lib/cache/cache-db.ts';
import { makeRoom } from '#lib/cache/history.ts';

/** Whether a failed write says that the disk is full; Dexie tells it of the transaction that was undone for it. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || ('inner' in error && error.inner !== error && isFull(error.inner)));

/** Writes to the cache; a full disk is met by making room, once ([S91]). */
export const withRoom = async <T>(cache: CacheDb, write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (!isFull(error) || !(await makeRoom(cache))) throw error;
    return write();
  }
};
