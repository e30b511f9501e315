import type { CustomerRecord } from '#lib/contract/customer.ts';
import { readProgress } from './cache.ts';
import type { CacheDb } from './cache-db.ts';
import { findByAddress } from './find.ts';
import type { OutboxDb, OutboxRow } from './outbox-db.ts';
import { isInOverlay, overlay, type Shown } from './overlay.ts';

/** `memory`: the browser keeps no databases for us; what is in these is gone with the page ([S90]). */
export type Dbs = { cache: CacheDb; outbox: OutboxDb; memory?: boolean };
export type Found = { record: CustomerRecord; pending: Set<string> };

const found = ({ record, pending }: Shown): Found | null => record && { record, pending };

/** Customers whom this device has created and the cache does not have yet. */
const created = (rows: OutboxRow[], addresses: string[]): string[] =>
  rows
    .filter(
      (row) =>
        row.name === 'customer.create' &&
        addresses.some((address) => row.body.includes(JSON.stringify(address))),
    )
    .map((row) => row.customer);

/** What may have to be laid over a cache that is at this cursor or a later one: few rows, however long the ring is. */
const readOverlay = async (outbox: OutboxDb, cursor: string | null): Promise<OutboxRow[]> => {
  const reached = cursor === null ? -1 : Number(cursor);
  // One after the other: in Chromium a live query loses its transaction over a Promise.all (Dexie 4.4, November 2026).
  return outbox.transaction('r', outbox.mutations, async () => {
    const queued = await outbox.mutations.where('state').equals('queued').toArray();
    const acked = await outbox.mutations
      .where('[state+reach]')
      .between(['acked', reached], ['acked', Number.MAX_SAFE_INTEGER], false, true)
      .toArray();
    return [...queued, ...acked];
  });
};

/**
 * The customer of each address, as the rep sees them: the cache with the outbox laid over it.
 * @param onBad is told of customers whose record cannot be read
 */
export const lookUp = async (
  { cache, outbox }: Dbs,
  addresses: string[],
  onBad?: (ids: string[]) => void,
): Promise<Map<string, Found>> => {
  const before = await readProgress(cache);
  // The outbox first, then records and cursor at one moment: else a page that is applied in between would take a
  // click out of the overlay before its record is read ([S15]).
  const rows = await readOverlay(outbox, before?.cursor ?? null);
  const { cached, progress } = await cache.transaction(
    'r',
    [cache.packs, cache.heads, cache.kin, cache.rows, cache.meta],
    async () => ({
      cached: await findByAddress(cache, addresses),
      progress: await readProgress(cache),
    }),
  );
  const { records, bad } = cached;
  if (bad.length > 0) onBad?.(bad);
  const cursor = progress?.cursor ?? null;
  const byCustomer = Map.groupBy(
    rows.filter((row) => isInOverlay(row, cursor)),
    (row) => row.customer,
  );
  const known = new Map(records.map((record) => [record.id, record]));
  const people = new Map<string, Found>();
  for (const id of new Set([...known.keys(), ...created(rows, addresses)])) {
    const shown = found(overlay(known.get(id) ?? null, byCustomer.get(id) ?? [], cursor));
    for (const address of shown?.record.profile.addresses ?? []) {
      if (shown && addresses.includes(address) && !people.has(address)) people.set(address, shown);
    }
  }
  return people;
};
