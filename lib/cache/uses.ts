import { HOUR } from '#lib/contract/primitives.ts';
import { readProgress, shownGens } from './cache.ts';
import type { CacheDb } from './cache-db.ts';

/** Notes that these were looked at, if they are here because they were looked up: the longest unused go first. Once an hour. */
export const noteUse = (db: CacheDb, ids: readonly string[], now: number): Promise<void> =>
  db.transaction('rw', db.rows, db.meta, async () => {
    const progress = await readProgress(db);
    const gens = progress ? shownGens(progress) : [];
    const rows = await db.rows.bulkGet(gens.flatMap((gen) => ids.map((id): [number, string] => [gen, id])));
    const used = rows.flatMap((row) => (row && row.usedAt > 0 && row.usedAt < now - HOUR ? [row] : []));
    await db.rows.bulkPut(used.map((row) => ({ ...row, usedAt: now })));
  });
