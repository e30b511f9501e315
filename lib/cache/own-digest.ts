import { digestOf } from '#lib/contract/digest.ts';
import { readLine } from '#lib/contract/page.ts';
import { ranksIn } from './apply.ts';
import { readProgress } from './cache.ts';
import type { CacheDb } from './cache-db.ts';
import { idHash, outranks } from './entry.ts';
import { readHeads } from './heads.ts';

/** So many packs are read at once. */
const PACKS = 8;

export type OwnDigest = { epoch: string; cursor: string; count: number; xor: string };

/**
 * The sum over all customers here, read from their lines, to be compared with the server's at the same cursor ([S38]). Which lines
 * are in force is noted at one moment; the lines themselves never change.
 * @returns null while the cache is being loaded, or when packs were taken away meanwhile
 */
export const ownDigest = async (db: CacheDb): Promise<OwnDigest | null> => {
  const start = await db.transaction('r', db.heads, db.rows, db.meta, async () => {
    const progress = await readProgress(db);
    if (!progress || progress.cursor === null) return null;
    const { gen, epoch, cursor } = progress;
    const heads = [...(await readHeads(db)).values()].filter((head) => head.gen === gen);
    return { heads, ranks: ranksIn(heads, gen), rows: await db.rows.where({ gen }).toArray(), epoch, cursor };
  });
  if (!start) return null;
  const { heads, ranks, rows, epoch, cursor } = start;
  let count = 0;
  let xor = 0n;
  const add = (held: { id: string; seq: string }[]): void => {
    const sum = digestOf(held);
    count += sum.count;
    xor ^= BigInt(`0x${sum.xor}`);
  };
  const read = (line: string) => {
    const known = readLine(line);
    return known ? [known] : [];
  };
  for (const { id, rank, line } of rows) {
    const packed = ranks.get(idHash(id));
    if (packed !== undefined && outranks(packed, rank)) continue;
    ranks.delete(idHash(id));
    if (rank > 0) add(read(line));
  }
  for (let from = 0; from < heads.length; from += PACKS) {
    const some = heads.slice(from, from + PACKS);
    const packs = await db.packs.bulkGet(some.map(({ n }) => n));
    for (const [i, { ids, ranks: own }] of some.entries()) {
      const pack = packs[i];
      if (!pack) return null;
      const held = pack.text.split('\n').filter((_, at) => {
        const id = ids[at] ?? 0;
        const rank = own[at] ?? 0;
        // Of lines that say the same only one counts.
        return ranks.get(id) === rank && ranks.delete(id) && rank > 0;
      });
      add(held.flatMap(read));
    }
  }
  return { epoch, cursor, count, xor: xor.toString(16).padStart(16, '0') };
};
