import { setImmediate as breathe } from 'node:timers/promises';
import { fuseToBytes } from '#lib/filter/fuse.ts';
import { buildShard, firstOf, shardsFor } from '#lib/filter/shards.ts';
import { type Filters, hashRows, type NextFilter, newFilterKey, readFilters, writeMeta } from '../filter.ts';
import { insertMany } from '../store/bulk.ts';
import type { Store, Tx } from '../store/store.ts';
import { readHead, takeNumber } from '../store/workspace.ts';

export type FilterDeps = {
  store: Store;
  now: () => number;
  uuid: () => string;
  /** Customers up to which devices hold everything, and need no filter. */
  kept: number;
};

const PAGE = 2_000;
/** Whoever began a version and has not finished it by then was killed. */
const ABANDONED_MS = 30 * 60_000;
/** A filter is made anew when so much has come since: additions are exact but larger. */
const STALE = { least: 1_000, share: 0.05 } as const;

const countOf = async (tx: Tx, table: 'customers' | 'addresses'): Promise<number> => {
  const row = await tx
    .selectFrom(table)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

const isStale = async (tx: Tx, { inUse, renew }: Filters): Promise<boolean> => {
  if (!inUse || renew) return true;
  const { n } = await tx
    .selectFrom('known_hashes')
    .select((e) => e.fn.countAll().as('n'))
    .where('version', '=', inUse.version)
    .where('seq', '>', Number(inUse.head))
    .executeTakeFirstOrThrow();
  return Number(n) > Math.max(STALE.least, STALE.share * (await countOf(tx, 'addresses')));
};

/** Takes everything of the filter away: the workspace has become small enough to do without. */
const dropFilter = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom('meta').where('key', 'in', ['filter', 'filter_next', 'filter_renew']).execute();
  await tx.deleteFrom('filter_shards').execute();
  await tx.deleteFrom('known_hashes').execute();
};

/** Begins a version, unless somebody else is at it. From its commit on, new addresses are hashed for it too. */
const begin = (deps: FilterDeps): Promise<NextFilter | null> =>
  deps.store.write(async (tx) => {
    // The number first: two processes that begin at once go one after the other.
    const since = await takeNumber(tx);
    const filters = await readFilters(tx);
    const { next } = filters;
    if (next && deps.now() - next.at < ABANDONED_MS) return null;
    if (!(await isStale(tx, filters))) return null;
    if (next) await tx.deleteFrom('known_hashes').where('version', '=', next.version).execute();
    // A key of its own each time: so the hashes of two versions can never be the same.
    const begun = { version: deps.uuid(), key: newFilterKey(), at: deps.now(), since };
    await writeMeta(tx, 'filter_next', begun);
    return begun;
  });

const isCurrent = async (tx: Tx, version: string): Promise<boolean> =>
  (await readFilters(tx)).next?.version === version;

type Owned = { address: string; customer_id: string };

/** Hashes a page of addresses for a version. @returns false when another has taken its place */
const hashPage = (deps: FilterDeps, next: NextFilter, addresses: readonly Owned[]): Promise<boolean> =>
  deps.store.write(async (tx) => {
    if (!(await isCurrent(tx, next.version))) return false;
    const rows = hashRows({ inUse: null, next }, addresses, 0);
    await insertMany(
      { tx, kind: deps.store.kind },
      'known_hashes',
      ['hash', 'version', 'customer_id', 'seq'],
      rows.map(({ hash, version, customer_id, seq }) => [hash, version, customer_id, seq]),
      'ignore',
      [],
    );
    return true;
  });

/** Every address by pages; then those of customers who changed meanwhile, whose writers may not have known of this version. */
const hashAll = async (deps: FilterDeps, next: NextFilter, signal: AbortSignal): Promise<boolean> => {
  const { store } = deps;
  let last = '';
  while (!signal.aborted) {
    const page = await store.read((tx) =>
      tx
        .selectFrom('addresses')
        .selectAll()
        .where('address', '>', last)
        .orderBy('address')
        .limit(PAGE)
        .execute(),
    );
    const end = page.at(-1);
    if (!end) break;
    if (!(await hashPage(deps, next, page))) return false;
    last = end.address;
    await breathe();
  }
  let after = { seq: next.since, id: '' };
  while (!signal.aborted) {
    const changed = await store.read((tx) =>
      tx
        .selectFrom('customers')
        .select(['id', 'seq'])
        .where((e) =>
          e.or([e('seq', '>', after.seq), e.and([e('seq', '=', after.seq), e('id', '>', after.id)])]),
        )
        .orderBy('seq')
        .orderBy('id')
        .limit(PAGE)
        .execute(),
    );
    const end = changed.at(-1);
    if (!end) return true;
    const ids = changed.map(({ id }) => id);
    const owned = await store.read((tx) =>
      tx.selectFrom('addresses').selectAll().where('customer_id', 'in', ids).execute(),
    );
    if (!(await hashPage(deps, next, owned))) return false;
    after = end;
  }
  return false;
};

/** Makes the shards out of the hashes, one after the other. */
const buildShards = async (deps: FilterDeps, next: NextFilter, signal: AbortSignal): Promise<boolean> => {
  const { store } = deps;
  const { head, shards } = await store.read(async (tx) => ({
    head: await readHead(tx),
    shards: shardsFor(await countOf(tx, 'addresses')),
  }));
  for (let shard = 0; shard < shards; shard += 1) {
    if (signal.aborted) return false;
    const rows = await store.read((tx) =>
      tx
        .selectFrom('known_hashes')
        .select('hash')
        .where('version', '=', next.version)
        .where('hash', '>=', firstOf(shard, shards))
        .where('hash', '<', firstOf(shard + 1, shards))
        .execute(),
    );
    const body = Buffer.from(fuseToBytes(buildShard(rows.map(({ hash }) => hash)))).toString('base64');
    await store.write((tx) =>
      tx.insertInto('filter_shards').values({ version: next.version, shard, body }).execute(),
    );
    await breathe();
  }
  return store.write(async (tx) => {
    if (!(await isCurrent(tx, next.version))) return false;
    await writeMeta(tx, 'filter', { version: next.version, key: next.key, shards, head: String(head) });
    await tx.deleteFrom('meta').where('key', 'in', ['filter_next', 'filter_renew']).execute();
    await tx.deleteFrom('filter_shards').where('version', '!=', next.version).execute();
    await tx.deleteFrom('known_hashes').where('version', '!=', next.version).execute();
    return true;
  });
};

/**
 * Keeps the filter of known customers ([S81]-[S83]): makes one when devices do not hold everybody, makes it anew when much has been added
 * or its key has to be renewed, and takes it away when it is no longer needed. Until the new one is complete the old one serves.
 * @returns whether devices have another filter now
 */
export const keepFilter = async (deps: FilterDeps, signal: AbortSignal): Promise<boolean> => {
  const { customers, filters, stale } = await deps.store.read(async (tx) => {
    const filters = await readFilters(tx);
    return { customers: await countOf(tx, 'customers'), filters, stale: await isStale(tx, filters) };
  });
  if (customers <= deps.kept) {
    if (!filters.inUse && !filters.next && !filters.renew) return false;
    await deps.store.write(dropFilter);
    return filters.inUse !== null;
  }
  if (!stale) return false;
  const next = await begin(deps);
  if (!next || !(await hashAll(deps, next, signal))) return false;
  return buildShards(deps, next, signal);
};
