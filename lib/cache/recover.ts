import { type MirrorRow, type OutboxDeps, take, toMirrorRow } from './outbox.ts';
import type { OutboxRow } from './outbox-db.ts';

/** The ids of these that the database still holds as not settled. */
const unsettledOf = async ({ db }: OutboxDeps, ids: string[]): Promise<Set<string>> => {
  const rows = await db.mutations.bulkGet(ids);
  return new Set(rows.flatMap((row) => (row && row.state !== 'acked' ? [row.id] : [])));
};

/**
 * A mutation that only the mirror has goes to the end of the queue, or, if it was made for another account, to what the rep
 * decides about ([S26]).
 */
const backInto = (row: MirrorRow, mid: number, account: string | null): OutboxRow =>
  row.account && row.account !== account
    ? { ...row, mid, state: 'parked', code: 'other-account', message: '' }
    : { ...row, mid, state: 'queued' };

/**
 * Brings the outbox and its mirror together ([S3]), after a crash between the two or after the browser dropped the
 * database. What only the mirror holds is queued again; what it lacks is added; what is settled leaves it.
 * Clicks and settlements may go on meanwhile. Returns how many were queued again.
 */
export const recover = async (deps: OutboxDeps): Promise<number> => {
  const { db, mirror } = deps;
  const mirrored = await mirror.all();
  const unsettled = await db.mutations.where('state').anyOf('queued', 'parked').toArray();
  const held = new Set(mirrored.map((row) => row.id));
  const missing = unsettled.filter((row) => !held.has(row.id));
  if (missing.length > 0) {
    await mirror.put(missing.map(toMirrorRow));
    // One of them may have been settled or discarded since it was read.
    const still = await unsettledOf(
      deps,
      missing.map((row) => row.id),
    );
    await mirror.remove(missing.flatMap((row) => (still.has(row.id) ? [] : [row.id])));
  }
  const known = new Set(unsettled.map((row) => row.id));
  const others = mirrored.filter((row) => !known.has(row.id));
  if (others.length === 0) return 0;
  const rows = await db.mutations.bulkGet(others.map((row) => row.id));
  await mirror.remove(rows.flatMap((row) => (row?.state === 'acked' ? [row.id] : [])));
  // Asked twice: a row that was discarded meanwhile has left the mirror before it left the database.
  const mirroredNow = new Set((await mirror.all()).map((row) => row.id));
  const lost = others.filter((row, i) => !rows[i] && mirroredNow.has(row.id)).sort((a, b) => a.at - b.at);
  if (lost.length === 0) return 0;
  return db.transaction('rw', db.mutations, db.client, async () => {
    const here = await db.mutations.bulkGet(lost.map((row) => row.id));
    const absent = lost.filter((_, i) => !here[i]);
    const taken = await take(deps, absent.length);
    // A database that is new has forgotten for whom it was: that comes back with what was made last.
    const account = taken.account ?? absent.at(-1)?.account ?? null;
    await db.client.update('client', { account });
    await db.mutations.bulkAdd(absent.map((row, i) => backInto(row, taken.mid + i, account)));
    return absent.length;
  });
};
