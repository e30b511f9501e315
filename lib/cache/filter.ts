import type { AddressHash, FilterHead } from '#lib/contract/filter.ts';
import type { CacheDb } from './cache-db.ts';

/**
 * What a device holds of the filter of known customers: which one, its shards, and what has come since. No row at all: the device
 * holds every customer that it may see. `head` null: it does not, and there is no filter yet.
 */
export type FilterRow =
  | { key: 'head'; head: FilterHead | null; cursor: string; complete: boolean }
  | { key: `shard ${number}`; bytes: Uint8Array<ArrayBuffer> }
  | { key: `added ${string}`; hashes: AddressHash[] };
export type FilterState = Extract<FilterRow, { key: 'head' }>;

export const readFilter = async (db: CacheDb): Promise<FilterState | null> => {
  const row = await db.filter.get('head');
  return row?.key === 'head' ? row : null;
};

/** Begins another filter, or none for now: what was held of the one before goes. */
export const beginFilter = (db: CacheDb, head: FilterHead | null): Promise<void> =>
  db.transaction('rw', db.filter, async () => {
    await db.filter.clear();
    await db.filter.put({ key: 'head', head, cursor: head?.head ?? '0', complete: false });
  });

export const dropFilter = (db: CacheDb): Promise<void> => db.filter.clear();

const ifCurrent = (db: CacheDb, version: string, work: (state: FilterState) => Promise<unknown>) =>
  db.transaction('rw', db.filter, async (): Promise<boolean> => {
    const state = await readFilter(db);
    if (state?.head?.version !== version) return false;
    await work(state);
    return true;
  });

/** Keeps a shard. False: another filter has been begun meanwhile. */
export const putShard = (
  db: CacheDb,
  version: string,
  shard: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> => ifCurrent(db, version, () => db.filter.put({ key: `shard ${shard}`, bytes }));

/** The first shard that is not here yet; null when all are. */
export const missingShard = async (db: CacheDb, head: FilterHead): Promise<number | null> => {
  const keys = new Set(await db.filter.toCollection().primaryKeys());
  for (let shard = 0; shard < head.shards; shard += 1) if (!keys.has(`shard ${shard}`)) return shard;
  return null;
};

/** Keeps what has come since, with how far that goes, and says that the filter may be asked. */
export const putAdditions = (
  db: CacheDb,
  version: string,
  hashes: AddressHash[],
  cursor: string,
): Promise<boolean> =>
  ifCurrent(db, version, async (state) => {
    if (hashes.length > 0) await db.filter.put({ key: `added ${cursor}`, hashes });
    if (cursor !== state.cursor || !state.complete) await db.filter.put({ ...state, cursor, complete: true });
  });

export const readShard = async (db: CacheDb, shard: number): Promise<Uint8Array | null> => {
  const row = await db.filter.get(`shard ${shard}`);
  return row && 'bytes' in row ? row.bytes : null;
};

export const readAdditions = async (db: CacheDb): Promise<Set<AddressHash>> => {
  const rows = await db.filter.where('key').startsWith('added ').toArray();
  return new Set(rows.flatMap((row) => ('hashes' in row ? row.hashes : [])));
};
