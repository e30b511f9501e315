import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { Member } from '#lib/contract/sync.ts';
import type { CacheDb, CustomerRow, Progress } from './cache-db.ts';

const toRow = (record: CustomerRecord): CustomerRow => ({
  id: record.id,
  addresses: record.profile.addresses,
  record,
});

export const readProgress = async (db: CacheDb): Promise<Progress | null> => {
  const row = await db.meta.get('progress');
  return row?.key === 'progress' ? row : null;
};

export const readPlaybook = async (db: CacheDb): Promise<Playbook | null> => {
  const row = await db.meta.get('playbook');
  return row?.key === 'playbook' ? row.playbook : null;
};

/** Who is at work here, as the server said last; empty before it has. */
export const readMembers = async (db: CacheDb): Promise<Member[]> => {
  const row = await db.meta.get('members');
  return row?.key === 'members' ? row.members : [];
};

/** Notes who is at work here. Written only when it changed, so that nobody who watches the row is woken for nothing. */
export const noteMembers = (db: CacheDb, members: Member[]): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    if (JSON.stringify(await readMembers(db)) === JSON.stringify(members)) return;
    await db.meta.put({ key: 'members', members });
  });

/** The customers that own any of these addresses, in the order of the addresses, each once. */
export const findByAddress = async (db: CacheDb, addresses: string[]): Promise<CustomerRecord[]> => {
  const rows = await db.customers.where('addresses').anyOf(addresses).distinct().toArray();
  const rank = (row: CustomerRow) => addresses.findIndex((address) => row.addresses.includes(address));
  return rows.sort((a, b) => rank(a) - rank(b)).map((row) => row.record);
};

export type Page = { rows: CustomerRecord[]; gone?: string[]; playbook?: Playbook | undefined };

/**
 * Applies one page and moves the progress, in one transaction. `from` is the progress that the request was
 * made with: if another runner has moved it meanwhile, the page is stale and nothing is written (false).
 */
export const applyPage = (db: CacheDb, from: Progress | null, page: Page, to: Progress): Promise<boolean> =>
  db.transaction('rw', db.customers, db.meta, async () => {
    const stored = await readProgress(db);
    if (!sameProgress(stored, from)) return false;
    await db.customers.bulkPut(page.rows.map(toRow));
    if (page.gone?.length) await db.customers.bulkDelete(page.gone);
    if (page.playbook) await db.meta.put({ key: 'playbook', playbook: page.playbook });
    await db.meta.put(to);
    return true;
  });

const sameProgress = (a: Progress | null, b: Progress | null): boolean =>
  a?.epoch === b?.epoch && a?.cursor === b?.cursor && a?.after === b?.after && a?.token === b?.token;

/** Empties the cache for a new history or another workspace. The outbox is never touched from here. */
export const resetCache = (db: CacheDb): Promise<void> =>
  db.transaction('rw', db.customers, db.meta, db.decisions, async () => {
    await db.customers.clear();
    await db.meta.clear();
    await db.decisions.clear();
  });
