import { inTransaction } from './apply.ts';
import { readProgress } from './cache.ts';
import type { CacheDb } from './cache-db.ts';
import { reading } from './find.ts';
import { readHeads } from './heads.ts';
import { kinOfPack } from './kin-keys.ts';

/** So many packs at once: a moment of reading, between which whoever looks somebody up gets their turn. */
const AT_ONCE = 2;

/** Of the packs that customers are read from, those that nobody is found in by name yet; null while all are being loaded. */
const unmade = async (db: CacheDb): Promise<number[] | null> => {
  const progress = await readProgress(db);
  if (!progress || progress.cursor === null) return null;
  const made = new Set(await db.kin.toCollection().primaryKeys());
  const heads = [...(await readHeads(db)).values()];
  return heads.flatMap(({ n, gen }) => (gen === progress.gen && !made.has(n) ? [n] : []));
};

/** Whether every customer here can be found by name, mailbox and domain. */
export const isIndexed = (db: CacheDb): Promise<boolean> =>
  reading(db, async () => (await unmade(db))?.length === 0);

/** Makes some of what packs are found by and that is not there yet. False: there is nothing to make, or all is still being loaded. */
export const makeKin = (db: CacheDb): Promise<boolean> =>
  inTransaction(db, async () => {
    const missing = await unmade(db);
    if (!missing) return false;
    const taken = missing.slice(0, AT_ONCE);
    const packs = await db.packs.bulkGet(taken);
    // A pack that cannot be read is found by nothing, and is not read again and again.
    await db.kin.bulkPut(taken.map((n, i) => kinOfPack(n, packs[i]?.text ?? '')));
    return missing.length > 0;
  });
