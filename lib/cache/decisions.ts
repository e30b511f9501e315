import type { DecisionRecord } from '#lib/contract/decision.ts';
import { DAY } from '#lib/contract/primitives.ts';
import type { CacheDb } from './cache-db.ts';

/** More would only fill the disk of who is long without a network. */
const KEPT = 500;

/** The same plays for the same customer on the same day (UTC) are the same screen, in whatever order they were shown. */
const keyOf = ({ customer, at, shown }: DecisionRecord): string =>
  JSON.stringify([customer, Math.floor(at / DAY), ...shown.toSorted()]);

/**
 * Keeps a decision that was shown until it is sent: once for each customer, day and set of shown plays, so that a panel that
 * draws itself again keeps nothing new. At most 500 are kept, the newest.
 * @returns the id of the one that stands for this screen, this or an earlier one: what an answer should name
 */
export const noteDecision = (db: CacheDb, record: DecisionRecord): Promise<string> =>
  db.transaction('rw', db.decisions, async () => {
    const key = keyOf(record);
    const kept = await db.decisions.get(key);
    if (kept) return kept.id;
    const { id, at } = record;
    await db.decisions.add({ key, id, at, state: 'waiting', record });
    const tooMany = (await db.decisions.count()) - KEPT;
    if (tooMany > 0) await db.decisions.orderBy('at').limit(tooMany).delete();
    return id;
  });

/** Up to `most` decisions that wait to be sent, each under its key. */
export const nextDecisions = async (
  db: CacheDb,
  most: number,
): Promise<{ key: string; record: DecisionRecord }[]> => {
  const rows = await db.decisions.where('state').equals('waiting').limit(most).toArray();
  return rows.flatMap((row) => (row.state === 'waiting' ? [{ key: row.key, record: row.record }] : []));
};

/** Books decisions as sent (or as never to be), and forgets the marks of other days. */
export const settleDecisions = (db: CacheDb, keys: readonly string[], now: number): Promise<void> =>
  db.transaction('rw', db.decisions, async () => {
    const rows = await db.decisions.bulkGet([...keys]);
    await db.decisions.bulkPut(
      rows.flatMap((row) => (row ? [{ key: row.key, id: row.id, at: row.at, state: 'sent' as const }] : [])),
    );
    await db.decisions
      .where('at')
      .below(now - 2 * DAY)
      .and(({ state }) => state === 'sent')
      .delete();
  });
