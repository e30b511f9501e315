import { type Ingest, locking } from './context.ts';

/** Reads a client's row, made now if it is new, and holds it. Null when it belongs to another member. */
export const holdClient = async (
  { tx, kind, now }: Pick<Ingest, 'tx' | 'kind' | 'now'>,
  { clientId, member }: { clientId: string; member: { id: string } },
): Promise<{ lmid: number } | null> => {
  await tx
    .insertInto('clients')
    .values({ id: clientId, member_id: member.id, lmid: 0, seen_at: now })
    .onConflict((c) => c.doNothing())
    .execute();
  const query = tx.selectFrom('clients').selectAll().where('id', '=', clientId);
  const row = await locking(kind, query).executeTakeFirstOrThrow();
  return row.member_id === member.id ? { lmid: row.lmid } : null;
};
