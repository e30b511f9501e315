import { Dexie } from 'dexie';
import { openCacheDb, staleCaches } from '#lib/cache/cache-db.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';

const dropStale = async (): Promise<void> => {
  const names = await Dexie.getDatabaseNames();
  await Promise.allSettled(staleCaches(names).map((name) => Dexie.delete(name)));
};

/** Opens both databases for a page's lifetime, and drops caches of older shapes when there is time. */
export const openDbs = (): Dbs => {
  const dbs = { cache: openCacheDb(), outbox: openOutboxDb() };
  // Opening takes its time: begin now, not at the first question. A failure is told to whoever asks.
  for (const db of [dbs.cache, dbs.outbox]) db.open().catch(() => {});
  setTimeout(dropStale, 10_000);
  return dbs;
};
