import { Dexie } from 'dexie';
import { openCacheDb, staleCaches } from '#lib/cache/cache-db.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';

/** Opens both databases for a page's lifetime, and drops caches of older shapes. */
export const openDbs = (): Dbs => {
  void Dexie.getDatabaseNames().then((names) =>
    Promise.all(staleCaches(names).map((name) => Dexie.delete(name))),
  );
  const dbs = { cache: openCacheDb(), outbox: openOutboxDb() };
  // Opening takes its time: begin now, not at the first question. A failure is told to whoever asks.
  for (const db of [dbs.cache, dbs.outbox]) db.open().catch(() => {});
  return dbs;
};
