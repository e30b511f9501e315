import type { PageHead, RecordPage } from '#lib/contract/page.ts';
import type { Scope } from '#lib/contract/scope.ts';
import { atLeast } from '#lib/contract/sync.ts';
import { readPlaybook, readProgress } from './cache.ts';
import type { CacheDb, Head, Progress, Row } from './cache-db.ts';
import { type Entry, entriesOf, idHash, isGone, outranks, PACK_LINES, toPack } from './entry.ts';
import { readCounter, readHeads } from './heads.ts';
import { kinOfLine } from './kin-keys.ts';

/** So many changes are rows of their own; more are packed at once, which is written many times as fast. */
const FEW = 50;

/** The rank of the entry in force of each id that the packs of a generation have; of `only` these, if they are given. */
export const ranksIn = (
  heads: Iterable<Head>,
  gen: number,
  only?: ReadonlySet<number>,
): Map<number, number> => {
  const best = new Map<number, number>();
  for (const head of heads) {
    if (head.gen !== gen) continue;
    for (const [line, id] of head.ids.entries()) {
      if (only && !only.has(id)) continue;
      const rank = head.ranks[line] ?? 0;
      const before = best.get(id);
      if (before === undefined || !outranks(before, rank)) best.set(id, rank);
    }
  }
  return best;
};

export const inTransaction = <T>(db: CacheDb, work: () => Promise<T>): Promise<T> =>
  db.transaction('rw', [db.packs, db.heads, db.kin, db.rows, db.meta], work);

/** Lays these entries down as new packs. To be called inside a transaction. */
export const lay = async (db: CacheDb, gen: number, entries: readonly Entry[]): Promise<void> => {
  const counter = await readCounter(db);
  let { next } = counter;
  for (let from = 0; from < entries.length; from += PACK_LINES) {
    const { pack, head } = toPack(next, gen, entries.slice(from, from + PACK_LINES));
    await db.packs.add(pack);
    await db.heads.add(head);
    next += 1;
  }
  await db.meta.put({ ...counter, next });
};

/** Entries of a generation, and the rows that they would replace. */
type Place = { gen: number; entries: readonly Entry[]; rows: readonly (Row | undefined)[] };
const placeOf = async (db: CacheDb, gen: number, entries: readonly Entry[]): Promise<Place> => ({
  ...{ gen, entries },
  rows: await db.rows.bulkGet(entries.map(({ id }): [number, string] => [gen, id])),
});

/** How many more customers there are with these entries. */
const growth = async (db: CacheDb, { gen, entries, rows }: Place): Promise<number> => {
  const heads = await readHeads(db);
  const packed = ranksIn(heads.values(), gen, new Set(entries.map(({ id }) => idHash(id))));
  let more = 0;
  for (const [i, entry] of entries.entries()) {
    const row = rows[i];
    const ranks = [packed.get(idHash(entry.id)), row?.rank];
    const before = ranks.reduce((a, b) => (a === undefined || (b !== undefined && outranks(b, a)) ? b : a));
    if (before !== undefined && outranks(before, entry.rank)) continue;
    more += (isGone(entry) ? 0 : 1) - (before !== undefined && before > 0 ? 1 : 0);
  }
  return more;
};

/** `usedAt`: they were looked up, at this moment; 0: a row stays as much looked up as it was. */
const putRows = (db: CacheDb, { gen, entries, rows }: Place, usedAt: number) =>
  db.rows.bulkPut(
    entries.flatMap(({ id, addresses, line, rank }, i): Row[] => {
      const old = rows[i];
      // [S37]
      if (old && outranks(old.rank, rank)) return [];
      const used = rank < 0 ? 0 : Math.max(usedAt, old?.usedAt ?? 0);
      return [{ id, addresses: [...addresses], line, gen, rank, usedAt: used, kin: kinOfLine(line) }];
    }),
  );

const putPlaybook = async (db: CacheDb, { playbook, outcomes }: PageHead): Promise<void> => {
  const known = playbook ?? (outcomes && (await readPlaybook(db)));
  // Another object, never the old one changed: what was counted for a playbook is kept by it.
  if (known) await db.meta.put({ key: 'playbook', playbook: outcomes ? { ...known, outcomes } : known });
};

const sameProgress = (a: Progress, b: Progress): boolean =>
  a.epoch === b.epoch &&
  a.gen === b.gen &&
  a.cursor === b.cursor &&
  JSON.stringify(a.load) === JSON.stringify(b.load);

/**
 * Begins to load anew, beside what is there ([S35]).
 * @param from the progress that this was decided by; if another runner has moved it meanwhile, nothing is done
 */
export const beginLoad = (
  db: CacheDb,
  from: Progress | null,
  { epoch, scopes, expected }: { epoch: string; scopes: readonly Scope[]; expected: number },
): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const stored = await readProgress(db);
    if (from && stored ? !sameProgress(stored, from) : stored !== from) return;
    const counter = await readCounter(db);
    await db.meta.put({ ...counter, next: counter.next + 1 });
    await db.meta.put({
      key: 'progress',
      ...{ epoch, scopes: [...scopes], expected },
      gen: counter.next,
      before: stored && stored.cursor === null ? stored.before : (stored?.gen ?? null),
      cursor: null,
      load: { scope: 0, after: null, cursor: null, loaded: 0 },
      customers: stored?.customers ?? 0,
      counted: true,
      lastSyncAt: stored?.lastSyncAt ?? null,
    });
  });

/** Lets the next pull load all anew, beside what is shown until then ([S35]). */
export const loadAnew = (db: CacheDb): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const stored = await readProgress(db);
    // No server has this epoch.
    if (stored) await db.meta.put({ ...stored, epoch: '' });
  });

/** What moves with a page. */
export type Step = Partial<Omit<Progress, 'key' | 'epoch' | 'scopes' | 'gen' | 'before'>>;

/**
 * Applies one page and moves the progress, in one transaction. `from` is the progress that the request was
 * made with: if another runner has moved it meanwhile, the page is stale and nothing is written (false) ([S33]).
 * @param usedAt the page is of those whom this device has looked up
 */
export const applyPage = (
  db: CacheDb,
  from: Progress,
  { head, lines }: RecordPage,
  step: Step,
  usedAt?: number,
): Promise<boolean> => {
  const entries = entriesOf(lines, head.gone ?? [], head.cursor);
  return inTransaction(db, async () => {
    const stored = await readProgress(db);
    if (!stored || !sameProgress(stored, from)) return false;
    const { gen } = stored;
    const isLoading = stored.cursor === null;
    let { customers } = stored;
    if (isLoading && usedAt === undefined) await lay(db, gen, entries);
    else if (entries.length > 0) {
      const place = await placeOf(db, gen, entries);
      if (!isLoading) customers += await growth(db, place);
      if (usedAt === undefined && entries.length > FEW) await lay(db, gen, entries);
      else await putRows(db, place, usedAt ?? 0);
    }
    await putPlaybook(db, head);
    await db.meta.put({ ...stored, customers, ...step });
    return true;
  });
};

/**
 * Keeps customers who were asked for by themselves. It moves no progress: they are as of the cursor of the page, and what changes
 * later is pulled. False: the page is of another history, or older than what is here, so that somebody in it may have gone without
 * it ever being said again ([S37]).
 * @param usedAt now, if they are here because they were looked up; 0: they would be here anyway
 */
export const putFound = (
  db: CacheDb,
  { head, lines }: Pick<RecordPage, 'lines'> & { head: Pick<PageHead, 'epoch' | 'cursor' | 'gone'> },
  usedAt: number,
): Promise<boolean> => {
  const entries = entriesOf(lines, head.gone ?? [], head.cursor);
  return inTransaction(db, async () => {
    const stored = await readProgress(db);
    const reached = stored?.cursor ?? stored?.load?.cursor ?? null;
    if (stored?.epoch !== head.epoch || reached === null || !atLeast(head.cursor, reached)) return false;
    const place = await placeOf(db, stored.gen, entries);
    const customers = stored.customers + (stored.cursor === null ? 0 : await growth(db, place));
    await putRows(db, place, usedAt);
    await db.meta.put({ ...stored, customers });
    return true;
  });
};
