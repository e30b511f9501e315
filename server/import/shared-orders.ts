import type { EventRow } from './event-rows.ts';
import { shortHash } from './identity.ts';
import type { Shared } from './workers.ts';

/** Notices orders of one customer that several rows of a file complete. */
export const createOrders = () => {
  const seen = new Set<number>();
  const shared: Shared = { rows: 0, order: null };
  return {
    look: ({ who, event }: EventRow): void => {
      // Without a column for it, the order is named after the row.
      if (event.type !== 'Order Completed' || event.data.order === event.id) return;
      const key = shortHash(JSON.stringify([who, event.data.order]));
      if (seen.has(key)) {
        shared.rows += 1;
        shared.order ??= event.data.order;
      }
      seen.add(key);
    },
    shared: (): Shared => shared,
  };
};
