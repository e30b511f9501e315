import 'fake-indexeddb/auto';
import { applyPage, beginLoad } from '#lib/cache/apply.ts';
import { readProgress } from '#lib/cache/cache.ts';
import { type CacheDb, openCacheDb, type Progress } from '#lib/cache/cache-db.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { type PageHead, type RecordPage, readPage, recordLine } from '#lib/contract/page.ts';
import { emptyFacts } from '#lib/lifecycle/fold.ts';

export const EPOCH = '00000000-0000-4000-8000-00000000000e';
let made = 0;
export const openCache = (): CacheDb => {
  made += 1;
  return openCacheDb(`cache-of-pages-${made}`);
};

export const person = (id: string, seq: number, addresses = [`${id}@shop.example`]): CustomerRecord => ({
  id,
  profile: { name: `${id} ${seq}`, addresses, createdAt: 0 },
  facts: emptyFacts(),
  timeline: [],
  events: 0,
  seq: String(seq),
});

/** A page as it comes over the wire. */
export const pageOf = (
  records: readonly CustomerRecord[],
  cursor: number,
  head: Partial<PageHead> = {},
): RecordPage => {
  const first = {
    ...{ epoch: EPOCH, serverTime: 0, rows: records.length, cursor: String(cursor), more: false },
    ...head,
  };
  const lines = records.map((record) =>
    recordLine(record.id, record.seq ?? '0', record.profile.addresses, JSON.stringify(record)),
  );
  const page = readPage([JSON.stringify(first), ...lines, ''].join('\n'));
  if (!page) throw new Error('not a page');
  return page;
};

export const progressOf = async (db: CacheDb): Promise<Progress> => {
  const progress = await readProgress(db);
  if (!progress) throw new Error('nothing was loaded');
  return progress;
};

/** Begins a generation, at whatever the cache is. */
export const begin = async (db: CacheDb, epoch = EPOCH): Promise<Progress> => {
  await beginLoad(db, await readProgress(db), { epoch, scopes: ['all'], expected: 1 });
  return progressOf(db);
};

/** A page of a snapshot that is not the last. */
export const load = async (db: CacheDb, page: RecordPage, after: string): Promise<boolean> => {
  const from = await progressOf(db);
  return applyPage(db, from, page, {
    load: { scope: 1, after, cursor: from.load?.cursor ?? page.head.cursor, loaded: 0 },
  });
};

/** The last page of a snapshot. */
export const finish = async (db: CacheDb, page: RecordPage): Promise<boolean> => {
  const from = await progressOf(db);
  const cursor = from.load?.cursor ?? page.head.cursor;
  return applyPage(db, from, page, { cursor, load: null, customers: 0, counted: false, lastSyncAt: 1 });
};

/** A page of a pull. */
export const pull = async (db: CacheDb, page: RecordPage): Promise<boolean> =>
  applyPage(db, await progressOf(db), page, { cursor: page.head.cursor, lastSyncAt: 1 });

/** Fills a cache with these customers. */
export const holding = async (db: CacheDb, records: readonly CustomerRecord[], cursor = 1): Promise<void> => {
  await begin(db);
  await finish(db, pageOf(records, cursor));
};
