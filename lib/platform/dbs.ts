import { Dexie } from 'dexie';
import { openCacheDb, staleCaches } from '#lib/cache/cache-db.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';

const dropStale = async (): Promise<void> => {
  const names = await Dexie.getDatabaseNames();
  await Promise.allSettled(staleCaches(names).map((name) => Dexie.delete(name)));
};

/** What a browser says that lets no page keep a database: there is none, it may not be used, or its files cannot be opened. */
const MISSING = ['MissingAPIError', 'SecurityError', 'InvalidStateError', 'UnknownError'];
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (MISSING.includes(error.name) || ('inner' in error && error.inner !== error && isMissing(error.inner)));

/** [S90] The same databases in memory, by code that only such a browser fetches. */
const inMemory = async (): Promise<Dbs> => {
  const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
  const idb = { indexedDB: new IDBFactory(), IDBKeyRange };
  return { cache: openCacheDb(undefined, idb), outbox: openOutboxDb(undefined, idb), memory: true };
};

/**
 * Opens both databases for a page's lifetime, and drops caches of older shapes when there is time. Where the browser keeps none,
 * they live in memory. Any other failure is told to whoever asks.
 */
export const openDbs = async (): Promise<Dbs> => {
  const dbs = { cache: openCacheDb(), outbox: openOutboxDb() };
  try {
    await Promise.all([dbs.cache.open(), dbs.outbox.open()]);
  } catch (error) {
    if (!isMissing(error)) return dbs;
    for (const db of [dbs.cache, dbs.outbox]) db.close();
    return inMemory();
  }
  setTimeout(() => {
    void dropStale();
    // Else a browser that is short of room may throw everything away unasked.
    void navigator.storage?.persist?.().catch(() => false);
  }, 10_000);
  return dbs;
};
