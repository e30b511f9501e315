import { rowHash } from '#lib/contract/digest.ts';
import type { EventRow } from './event-rows.ts';
import type { Shared } from './workers.ts';

/** Notices orders of one customer that several rows of a file complete. */
export const createOrders = () => {
  const seen = new Set<number>();
  const shared: Shared = { rows: 0, order: null };
  return {
    look: ({ who, event }: EventRow): void => {
      // Without a column for it, the order is named after the row.
      if (event.type !== 'Order Completed' || event.data.order === event.id) return;
      // 53 bits: small enough to keep one for each of millions of rows.
      const [high, low] = rowHash('id' in who ? who.id : who.address, event.data.order);
      const key = (high >>> 11) * 2 ** 32 + low;
      if (seen.has(key)) {
        shared.rows += 1;
        shared.order ??= event.data.order;
      }
      seen.add(key);
    },
    shared: (): Shared => shared,
  };
};
