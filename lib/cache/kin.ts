import { inTransaction } from './apply.ts';
import { readProgress } from './cache.ts';
import type { CacheDb } from './cache-db.ts';
import { readHeads } from './heads.ts';
import { kinOfPack } from './kin-keys.ts';

/** So many packs at once: a moment of reading, between which whoever looks somebody up gets their turn. */
const AT_ONCE = 2;

/** Makes some of what packs are found by and that is not there yet. False: there is nothing to make, or all is still being loaded. */
export const makeKin = (db: CacheDb): Promise<boolean> =>
  inTransaction(db, async () => {
    const progress = await readProgress(db);
    if (!progress || progress.cursor === null) return false;
    const made = new Set(await db.kin.toCollection().primaryKeys());
    const heads = [...(await readHeads(db)).values()];
    const missing = heads.flatMap(({ n, gen }) => (gen === progress.gen && !made.has(n) ? [n] : []));
    const taken = missing.slice(0, AT_ONCE);
    const packs = await db.packs.bulkGet(taken);
    // A pack that cannot be read is found by nothing, and is not read again and again.
    await db.kin.bulkPut(taken.map((n, i) => kinOfPack(n, packs[i]?.text ?? '')));
    return missing.length > 0;
  });
