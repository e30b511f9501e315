import type { CacheDb } from '#lib/cache/cache-db.ts';
import { putHistory, readHistory } from '#lib/cache/history.ts';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { withRoom } from './full.ts';
import type { Transport } from './transport.ts';

/**
 * A page of a customer's history, older than this entry: from the server, or as it was when this device saw it last. Null: neither
 * is to be had now. Never rejects.
 */
export const olderHistory = async (
  deps: { cache: CacheDb; transport: Pick<Transport, 'olderEvents'>; now: () => number },
  customer: string,
  last: Pick<TimelineEntry, 'id' | 'at'>,
): Promise<TimelineEntry[] | null> => {
  const { cache, transport, now } = deps;
  const before = `${last.at}.${last.id}`;
  const page = await transport.olderEvents(customer, before);
  if (!page.ok) return readHistory(cache, customer, before).catch(() => null);
  const { entries } = page.value;
  // What cannot be kept is shown all the same.
  await withRoom(cache, () => putHistory(cache, { customer, before, entries }, now())).catch(() => {});
  return entries;
};
