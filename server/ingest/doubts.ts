import { sql } from 'kysely';
import type { Profile } from '#lib/contract/customer.ts';
import type { EventData } from '#lib/contract/events.ts';
import type { Doubt } from '#lib/contract/playbook-edit.ts';
import { DAY } from '#lib/contract/primitives.ts';
import type { Tx } from '../store/store.ts';

const KEPT = 90 * DAY;
const MOST = 200;

/** Suggestions that were turned down because a fact behind them is wrong, of the last 90 days, newest first. */
export const readDoubts = async (tx: Tx, now: number): Promise<Doubt[]> => {
  const rows = await tx
    .selectFrom('events')
    .innerJoin('customers', 'customers.id', 'events.customer_id')
    .select(['events.id', 'events.at', 'by_name', 'data', 'customer_id', 'profile'])
    // Spelled out, not a parameter: only so do the engines use the index of dismissals.
    .where('events.type', '=', sql.lit('Action Dismissed'))
    .where('events.at', '>=', now - KEPT)
    // Stored without spaces; inside a text the quotes would be escaped.
    .where('data', 'like', '%"why":"wrong-fact"%')
    .where('gone', '=', 0)
    .orderBy('events.at', 'desc')
    .orderBy('events.id')
    .limit(MOST)
    .execute();
  return rows.map((row) => {
    // Both were validated when they came in.
    const data: EventData<'Action Dismissed'> = JSON.parse(row.data);
    const { name }: Profile = JSON.parse(row.profile);
    const { play, fact = null } = data;
    return {
      event: row.id,
      at: row.at,
      by: row.by_name,
      customer: { id: row.customer_id, name },
      play,
      fact,
    };
  });
};
