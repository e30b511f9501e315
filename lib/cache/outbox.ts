import type { MutationArgs, MutationName, MutationResult, Theirs } from '#lib/contract/mutations.ts';
import type { OutboxDb, OutboxRow } from './outbox-db.ts';

export type MirrorRow = Pick<OutboxRow, 'id' | 'customer' | 'name' | 'at' | 'body' | 'account'>;
/** A second home for what is not settled yet, in case the browser drops the database (lib/platform/mirror). */
export type Mirror = {
  put: (rows: MirrorRow[]) => Promise<void>;
  remove: (ids: string[]) => Promise<void>;
  all: () => Promise<MirrorRow[]>;
};

export type OutboxDeps = { db: OutboxDb; mirror: Mirror; now: () => number; uuid: () => string };

/** How long acknowledged mutations are kept, to be pushed again to a server that was restored: 7 days. */
export const RING_MS = 7 * 86_400_000;

/**
 * Runs what only the mirror needs. When it fails, the first home holds the mutation all the same, so nothing has
 * failed for the rep; `recover` brings both homes together again.
 */
export const besides = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch {
    return;
  }
};

export const toMirrorRow = ({ id, customer, name, at, body, account = null }: OutboxRow): MirrorRow => ({
  id,
  customer,
  name,
  at,
  body,
  account,
});

/** Gives `n` new mutations their running numbers, of which the first is returned; must run inside a transaction. */
export const take = async (
  { db, uuid }: OutboxDeps,
  n: number,
): Promise<{ mid: number; account: string | null }> => {
  const client = (await db.client.get('client')) ?? {
    key: 'client' as const,
    id: uuid(),
    nextMid: 1,
    epoch: null,
    account: null,
  };
  await db.client.put({ ...client, nextMid: client.nextMid + n });
  return { mid: client.nextMid, account: client.account ?? null };
};

/**
 * Puts one mutation into the outbox, in one durable transaction. `args` may use the mutation's own id (an event's
 * id is the id of the mutation that records it). Returns that id.
 */
export const enqueue = async <N extends MutationName>(
  deps: OutboxDeps,
  name: N,
  customer: string,
  args: (id: string, at: number) => MutationArgs<N>,
  id = deps.uuid(),
): Promise<string> => {
  const at = deps.now();
  const body = JSON.stringify({ id, name, v: 1, at, args: args(id, at) });
  const row = await deps.db.transaction('rw', deps.db.mutations, deps.db.client, async () => {
    const made = { id, customer, name, at, body, ...(await take(deps, 1)), state: 'queued' as const };
    await deps.db.mutations.add(made);
    return made;
  });
  await besides(() => deps.mirror.put([toMirrorRow(row)]));
  return id;
};

/** The oldest queued mutations, at most `count` and `bytes` (but always one), in the order they were made. */
export const nextBatch = async ({ db }: OutboxDeps, count: number, bytes: number): Promise<OutboxRow[]> => {
  const rows = await db.mutations
    .where('[state+mid]')
    .between(['queued', 0], ['queued', Number.MAX_SAFE_INTEGER])
    .limit(count)
    .toArray();
  const encoder = new TextEncoder();
  let size = 0;
  const fits = rows.findIndex((row) => {
    size += encoder.encode(row.body).length + 32;
    return size > bytes;
  });
  return fits < 0 ? rows : rows.slice(0, Math.max(1, fits));
};

const settledRow = (row: OutboxRow, result: MutationResult, now: number): OutboxRow => {
  const kept = { ...toMirrorRow(row), mid: row.mid };
  switch (result.status) {
    case 'applied':
    case 'noop':
      return { ...kept, state: 'acked', seq: result.seq, reach: Number(result.seq), ackedAt: now };
    case 'rejected':
      return { ...kept, state: 'parked', code: result.code, message: result.message };
    case 'conflict':
      return { ...kept, state: 'parked', code: 'conflict', message: '', theirs: result.theirs };
    case 'expired':
      return { ...kept, state: 'parked', code: 'expired', message: '' };
  }
};

/** Books what the server said of each mutation. An acknowledgement does not move the pull cursor. */
export const settle = async (deps: OutboxDeps, results: MutationResult[]): Promise<void> => {
  await deps.db.transaction('rw', deps.db.mutations, async () => {
    const rows = await deps.db.mutations.bulkGet(results.map((result) => result.id));
    const settled = results.flatMap((result, i) => {
      const row = rows[i];
      return row?.state === 'queued' ? [settledRow(row, result, deps.now())] : [];
    });
    await deps.db.mutations.bulkPut(settled);
  });
  const done = results.filter((r) => r.status === 'applied' || r.status === 'noop').map((r) => r.id);
  await besides(() => deps.mirror.remove(done));
};

/**
 * Forgets acknowledged mutations that are older than the ring. What the cursor has not reached stays, however old: it is still to
 * be laid over the cache ([S15]).
 */
export const trim = ({ db, now }: OutboxDeps, cursor: string | null): Promise<number> =>
  db.mutations
    .where('[state+mid]')
    .between(['acked', Number.MIN_SAFE_INTEGER], ['acked', Number.MAX_SAFE_INTEGER])
    .filter(
      (row) =>
        row.state === 'acked' &&
        row.ackedAt < now() - RING_MS &&
        cursor !== null &&
        row.reach <= Number(cursor),
    )
    .delete();

/** Takes a row out of both homes. From the mirror first and last: what is only there would be queued again. */
const removeFromBoth = async (
  deps: OutboxDeps,
  id: string,
  remove: () => Promise<unknown>,
): Promise<void> => {
  await deps.mirror.remove([id]);
  await remove();
  await besides(() => deps.mirror.remove([id]));
};

/**
 * The same change once more over a colleague's: it names theirs as what was in force, and is made now, since of two stages set by
 * hand the later one holds.
 */
const over = (body: string, theirs: Theirs, at: number): string => {
  // Our own database, written by `enqueue` with typed arguments.
  const mutation = JSON.parse(body) as { args: { event?: object } };
  const { args } = mutation;
  const event = args.event && { event: { ...args.event, at } };
  return JSON.stringify({ ...mutation, at, args: { ...args, ...event, base: theirs.base } });
};

/**
 * Puts a parked mutation at the end of the queue, as a new one with the same arguments and a new id. One that a colleague's
 * change came before is tried again over theirs ([S17]).
 */
export const retryParked = async (deps: OutboxDeps, id: string): Promise<void> => {
  const fresh = deps.uuid();
  const requeue = async () => {
    const row = await deps.db.mutations.get(id);
    if (row?.state !== 'parked') return;
    const at = row.theirs ? deps.now() : row.at;
    // The id also stands inside the arguments of an event; both change together.
    const same = row.body.replaceAll(id, fresh);
    const body = row.theirs ? over(same, row.theirs, at) : same;
    const { customer, name } = row;
    const taken = await take(deps, 1);
    await deps.db.mutations.delete(id);
    await deps.db.mutations.add({ id: fresh, customer, name, at, body, ...taken, state: 'queued' });
  };
  await removeFromBoth(deps, id, () => deps.db.transaction('rw', deps.db.mutations, deps.db.client, requeue));
  const row = await deps.db.mutations.get(fresh);
  if (row) await besides(() => deps.mirror.put([toMirrorRow(row)]));
};

export const discardParked = (deps: OutboxDeps, id: string): Promise<void> =>
  removeFromBoth(deps, id, () =>
    deps.db.mutations
      .where({ id })
      .and((row) => row.state === 'parked')
      .delete(),
  );
