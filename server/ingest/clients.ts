import { sql } from 'kysely';
import { type Ingest, locking } from './context.ts';

export type Client = {
  lmid: number;
  /** What is on file under the id of the mutation that was asked for. */
  settled: string | null;
};

/**
 * Reads a client's row, made now if it is new, and holds it. Null when it belongs to another member.
 * @param mutation the id of one of its mutations, whose result is read on the way
 */
export const holdClient = async (
  { tx, kind, now }: Pick<Ingest, 'tx' | 'kind' | 'now'>,
  { clientId, member }: { clientId: string; member: { id: string } },
  mutation = '',
): Promise<Client | null> => {
  const settled = sql<string | null>`(select result from mutations where id = ${mutation})`;
  const query = tx
    .selectFrom('clients')
    .select(['member_id', 'lmid', settled.as('settled')])
    .where('id', '=', clientId);
  const hold = locking(kind, query);
  let row = await hold.executeTakeFirst();
  if (!row) {
    await tx
      .insertInto('clients')
      .values({ id: clientId, member_id: member.id, lmid: 0, seen_at: now })
      .onConflict((c) => c.doNothing())
      .execute();
    row = await hold.executeTakeFirstOrThrow();
  }
  const { lmid } = row;
  return row.member_id === member.id ? { lmid, settled: row.settled } : null;
};
