import type { CustomerRecord } from '#lib/contract/customer.ts';
import { findByAddress, readProgress } from './cache.ts';
import type { CacheDb } from './cache-db.ts';
import type { OutboxDb, OutboxRow } from './outbox-db.ts';
import { isInOverlay, overlay, type Shown } from './overlay.ts';

export type Dbs = { cache: CacheDb; outbox: OutboxDb };
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

/** The customer of each address, as the rep sees them: the cache with the outbox laid over it. */
export const lookUp = async ({ cache, outbox }: Dbs, addresses: string[]): Promise<Map<string, Found>> => {
  // The outbox first, then records and cursor at one moment: else a page that is applied in between would take a
  // click out of the overlay before its record is read ([S15]).
  const rows = await outbox.mutations.where('state').notEqual('parked').toArray();
  const { cached, progress } = await cache.transaction('r', cache.customers, cache.meta, async () => ({
    cached: await findByAddress(cache, addresses),
    progress: await readProgress(cache),
  }));
  const cursor = progress?.cursor ?? null;
  const byCustomer = Map.groupBy(
    rows.filter((row) => isInOverlay(row, cursor)),
    (row) => row.customer,
  );
  const known = new Map(cached.map((record) => [record.id, record]));
  const people = new Map<string, Found>();
  for (const id of new Set([...known.keys(), ...created(rows, addresses)])) {
    const shown = found(overlay(known.get(id) ?? null, byCustomer.get(id) ?? [], cursor));
    for (const address of shown?.record.profile.addresses ?? []) {
      if (shown && addresses.includes(address) && !people.has(address)) people.set(address, shown);
    }
  }
  return people;
};
