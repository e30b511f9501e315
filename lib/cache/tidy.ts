import { readLine } from '#lib/contract/page.ts';
import { HELD } from '#lib/contract/scope.ts';
import { inTransaction, lay, ranksIn } from './apply.ts';
import { readProgress, shownGens } from './cache.ts';
import type { CacheDb, Head, Progress } from './cache-db.ts';
import { type Entry, idHash, outranks, PACK_LINES } from './entry.ts';
import { readCounter, readHeads } from './heads.ts';
import { noteHealth } from './health.ts';
import { makeKin } from './kin.ts';

/** More rows than this are packed, so that no index grows with the changes. */
export const MANY_ROWS = 512;
/** Never so much in one transaction that somebody who looks a customer up would notice it. */
const PACKED_AT_ONCE = 2;
const SWEPT_AT_ONCE = 64;

const takePacks = async (db: CacheDb, numbers: number[]): Promise<void> => {
  await db.packs.bulkDelete(numbers);
  await db.heads.bulkDelete(numbers);
  await db.kin.bulkDelete(numbers);
  const counter = await readCounter(db);
  await db.meta.put({ ...counter, taken: counter.taken + 1 });
};

/** Takes some of what is left of generations that are over ([S35]). */
const sweep = async (db: CacheDb, progress: Progress): Promise<boolean> => {
  const shown = shownGens(progress);
  const packs = await db.heads.where('gen').noneOf(shown).limit(SWEPT_AT_ONCE).primaryKeys();
  if (packs.length > 0) await takePacks(db, packs);
  const rows = await db.rows.where('gen').noneOf(shown).limit(MANY_ROWS).primaryKeys();
  await db.rows.bulkDelete(rows);
  return packs.length > 0 || rows.length > 0;
};

/** Packs the rows of those who are here like anybody else. */
const packRows = async (db: CacheDb, gen: number): Promise<boolean> => {
  const loose = db.rows.where('usedAt').equals(0);
  if ((await loose.count()) <= MANY_ROWS) return false;
  const rows = await loose.limit(MANY_ROWS).toArray();
  await lay(db, gen, rows);
  await db.rows.bulkDelete(rows.map(({ id }): [number, string] => [gen, id]));
  return true;
};

/**
 * Lets go of those who were looked up longest ago, so that at most so many of them are left; whoever is also here for another
 * reason stays. False: there were no more.
 */
export const letGo = (db: CacheDb, most: (held: number) => number): Promise<boolean> =>
  inTransaction(db, async () => {
    const used = db.rows.where('usedAt').above(0);
    const held = await used.count();
    const tooMany = held - most(held);
    const progress = await readProgress(db);
    if (tooMany <= 0 || !progress) return false;
    const packed = ranksIn((await readHeads(db)).values(), progress.gen);
    const rows = await used.limit(tooMany).toArray();
    const [leaving, staying] = [false, true].map((stays) =>
      rows.filter(({ id }) => packed.has(idHash(id)) === stays),
    );
    await db.rows.bulkDelete((leaving ?? []).map(({ gen, id }): [number, string] => [gen, id]));
    await db.rows.bulkPut((staying ?? []).map((row) => ({ ...row, usedAt: 0 })));
    await db.meta.put({ ...progress, counted: false });
    await noteHealth(db, () => ({ letGo: true }));
    return true;
  });

/** How many customers there are, and how many lines of the packs are in force. */
const count = async (
  db: CacheDb,
  heads: readonly Head[],
  gen: number,
): Promise<{ customers: number; packed: number }> => {
  const ranks = ranksIn(heads, gen);
  let packed = ranks.size;
  await db.rows
    .where('gen')
    .equals(gen)
    .each(({ id, rank }) => {
      const hash = idHash(id);
      const before = ranks.get(hash);
      if (before !== undefined && outranks(before, rank)) return;
      ranks.set(hash, rank);
      if (before !== undefined) packed -= 1;
    });
  let customers = 0;
  for (const rank of ranks.values()) if (rank > 0) customers += 1;
  return { customers, packed };
};

/** Of equal rank the later. */
const best = (entries: readonly Entry[]): Map<string, Entry> => {
  const winners = new Map<string, Entry>();
  for (const entry of entries) {
    const before = winners.get(entry.id);
    if (!before || !outranks(before.rank, entry.rank)) winners.set(entry.id, entry);
  }
  return winners;
};

/** The lines of these packs, which are the oldest, that are still needed. */
const needed = async (
  db: CacheDb,
  gen: number,
  taken: readonly Head[],
  others: readonly Head[],
): Promise<Entry[]> => {
  const packs = await db.packs.bulkGet(taken.map(({ n }) => n));
  const entries = taken.flatMap(({ ranks }, i) =>
    (packs[i]?.text ?? '').split('\n').flatMap((text, at): Entry[] => {
      const line = readLine(text);
      return line ? [{ id: line.id, addresses: line.addresses, line: text, rank: ranks[at] ?? 0 }] : [];
    }),
  );
  const winners = [...best(entries).values()];
  const elsewhere = ranksIn(others, gen, new Set(winners.map(({ id }) => idHash(id))));
  const rows = await db.rows.bulkGet(winners.map(({ id }): [number, string] => [gen, id]));
  return winners.filter(({ id, rank }, i) => {
    const rivals = [elsewhere.get(idHash(id)), rows[i]?.rank].filter((rival) => rival !== undefined);
    if (rivals.some((rival) => !outranks(rank, rival))) return false;
    // That somebody is gone is only worth saying while there is a line that says otherwise.
    return rank > 0 || rivals.length > 0;
  });
};

/** Packs anew what is still needed of the oldest packs. */
const repack = async (db: CacheDb, gen: number, heads: readonly Head[]): Promise<void> => {
  const sorted = heads.toSorted((a, b) => a.n - b.n);
  const oldest = sorted.slice(0, PACKED_AT_ONCE);
  await lay(db, gen, await needed(db, gen, oldest, sorted.slice(PACKED_AT_ONCE)));
  await takePacks(
    db,
    oldest.map(({ n }) => n),
  );
};

/** When more than a third of all lines is in the way, the packs are packed anew, a few at a time. */
const makeGood = (db: CacheDb): Promise<boolean> =>
  inTransaction(db, async () => {
    const progress = await readProgress(db);
    if (!progress || progress.cursor === null) return false;
    const { gen } = progress;
    const heads = [...(await readHeads(db)).values()].filter((head) => head.gen === gen);
    const lines = heads.reduce((sum, { ids }) => sum + ids.length, 0);
    const isTooMany = (dead: number) => dead > Math.max(PACK_LINES, lines / 3);
    if (progress.counted && !isTooMany(lines - progress.customers)) return false;
    const { customers, packed } = await count(db, heads, gen);
    await db.meta.put({ ...progress, customers, counted: true });
    if (!isTooMany(lines - packed)) return false;
    await repack(db, gen, heads);
    return true;
  });

/**
 * One bounded step of keeping order, in a transaction of its own, so that it can be cut off anywhere. What is shown is the same
 * before and after.
 * @returns false: there is nothing to do
 */
export const tidy = async (db: CacheDb): Promise<boolean> => {
  const swept = await inTransaction(db, async () => {
    const progress = await readProgress(db);
    if (!progress) return false;
    if (await sweep(db, progress)) return true;
    return progress.cursor !== null && (await packRows(db, progress.gen));
  });
  return swept || (await letGo(db, () => HELD.pins)) || (await makeGood(db)) || makeKin(db);
};
