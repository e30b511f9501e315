import type { CacheDb, Counter, Head } from './cache-db.ts';

/**
 * The heads that this page or worker has read, by their number. Packs never change, so a head is read once. Kept by connection: opened
 * again, it may be another database, as the browser can throw one away under our hands.
 */
type Held = { taken: number; next: number; heads: Map<number, Head> };
const memory = new WeakMap<IDBDatabase, Held>();

export const readCounter = async (db: CacheDb): Promise<Counter> => {
  const row = await db.meta.get('counter');
  return row?.key === 'counter' ? row : { key: 'counter', next: 1, taken: 0 };
};

const heldOf = (db: CacheDb): Held => {
  const empty: Held = { taken: 0, next: 0, heads: new Map() };
  const connection = db.backendDB();
  if (!connection) return empty;
  const held = memory.get(connection) ?? empty;
  memory.set(connection, held);
  return held;
};

/**
 * The heads of all packs, by number. To be called inside a transaction over `heads` and `meta`; after the first time it reads
 * only what was laid since. Before anything is written in it: what is undone later must not be remembered.
 */
export const readHeads = async (db: CacheDb): Promise<ReadonlyMap<number, Head>> => {
  const held = heldOf(db);
  const { next, taken } = await readCounter(db);
  if (held.next > next || held.taken > taken) held.heads.clear();
  const from = held.heads.size === 0 ? 0 : held.next;
  if (from < next)
    for (const head of await db.heads.where('n').aboveOrEqual(from).toArray()) held.heads.set(head.n, head);
  if (held.taken !== taken) {
    const there = new Set(await db.heads.toCollection().primaryKeys());
    for (const n of held.heads.keys()) if (!there.has(n)) held.heads.delete(n);
  }
  held.next = next;
  held.taken = taken;
  return held.heads;
};
