import type { MutationArgs, MutationName, MutationResult } from '#lib/contract/mutations.ts';
import type { OutboxDb, OutboxRow } from './outbox-db.ts';

/** A second home for what is not settled yet, in case the browser drops the database (lib/platform/mirror). */
export type Mirror = {
  put: (rows: Pick<OutboxRow, 'id' | 'customer' | 'name' | 'at' | 'body'>[]) => Promise<void>;
  remove: (ids: string[]) => Promise<void>;
  all: () => Promise<Pick<OutboxRow, 'id' | 'customer' | 'name' | 'at' | 'body'>[]>;
};

export type OutboxDeps = { db: OutboxDb; mirror: Mirror; now: () => number; uuid: () => string };

/** How long acknowledged mutations are kept, to be pushed again to a server that was restored: 7 days. */
export const RING_MS = 7 * 86_400_000;

/** Gives each new mutation the next running number; must run inside a transaction on both tables. */
const take = async ({ db, uuid }: OutboxDeps, n: number): Promise<number> => {
  const client = (await db.client.get('client')) ?? {
    key: 'client' as const,
    id: uuid(),
    nextMid: 1,
    epoch: null,
  };
  await db.client.put({ ...client, nextMid: client.nextMid + n });
  return client.nextMid;
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
  const row = { id, customer, name, at, body };
  await deps.db.transaction('rw', deps.db.mutations, deps.db.client, async () => {
    const mid = await take(deps, 1);
    await deps.db.mutations.add({ ...row, mid, state: 'queued' });
  });
  await deps.mirror.put([row]);
  return id;
};

/** The client's id; made at the first call. */
export const clientId = (deps: OutboxDeps): Promise<string> =>
  deps.db.transaction('rw', deps.db.client, async () => {
    await take(deps, 0);
    return (await deps.db.client.get('client'))?.id ?? '';
  });

/**
 * Notes which server history we talk to. A new one (the server was restored from a backup) may lack what the old
 * one acknowledged: the ring is queued again under a new client id. The ids are the same, so nothing doubles.
 */
export const meetEpoch = async (deps: OutboxDeps, epoch: string): Promise<void> => {
  await clientId(deps);
  const client = await deps.db.client.get('client');
  if (!client || client.epoch === epoch) return;
  if (client.epoch !== null) await renumber(deps, { ring: true });
  await deps.db.client.update('client', { epoch });
};

/** The oldest queued mutations, at most `count` and `bytes` (but always one), in the order they were made. */
export const nextBatch = async ({ db }: OutboxDeps, count: number, bytes: number): Promise<OutboxRow[]> => {
  const rows = await db.mutations
    .where('[state+mid]')
    .between(['queued', 0], ['queued', Number.MAX_SAFE_INTEGER])
    .limit(count)
    .toArray();
  let size = 0;
  const fits = rows.findIndex((row) => {
    size += row.body.length + 32;
    return size > bytes;
  });
  return fits < 0 ? rows : rows.slice(0, Math.max(1, fits));
};

/** Books what the server said of each mutation. An acknowledgement does not move the pull cursor. */
export const settle = async (deps: OutboxDeps, results: MutationResult[]): Promise<void> => {
  await deps.db.transaction('rw', deps.db.mutations, async () => {
    for (const result of results) {
      const row = await deps.db.mutations.get(result.id);
      if (row?.state !== 'queued') continue;
      const { id, mid, customer, name, at, body } = row;
      const kept = { id, mid, customer, name, at, body };
      if (result.status === 'applied' || result.status === 'noop') {
        await deps.db.mutations.put({ ...kept, state: 'acked', seq: result.seq, ackedAt: deps.now() });
      } else {
        const expired = result.status === 'expired';
        await deps.db.mutations.put({
          ...kept,
          state: 'parked',
          code: expired ? 'expired' : result.code,
          message: expired ? '' : result.message,
        });
      }
    }
  });
  await deps.mirror.remove(
    results.filter((r) => r.status === 'applied' || r.status === 'noop').map((r) => r.id),
  );
};

/** Forgets acknowledged mutations that are older than the ring. */
export const trim = ({ db, now }: OutboxDeps): Promise<number> =>
  db.mutations
    .where('[state+mid]')
    .between(['acked', 0], ['acked', Number.MAX_SAFE_INTEGER])
    .filter((row) => row.state === 'acked' && row.ackedAt < now() - RING_MS)
    .delete();

/**
 * Starts over as a new client with the same mutation ids, numbered from 1. `ring`: also push again what was
 * acknowledged in the last seven days, for a server whose history was restored from a backup.
 */
export const renumber = (deps: OutboxDeps, { ring }: { ring: boolean }): Promise<void> =>
  deps.db.transaction('rw', deps.db.mutations, deps.db.client, async () => {
    const rows = (await deps.db.mutations.toArray())
      .filter((row) => row.state === 'queued' || (ring && row.state === 'acked'))
      .sort((a, b) => a.at - b.at || a.mid - b.mid);
    await deps.db.mutations.bulkPut(
      rows.map(({ id, customer, name, at, body }, i) => ({
        id,
        customer,
        name,
        at,
        body,
        mid: i + 1,
        state: 'queued' as const,
      })),
    );
    const epoch = (await deps.db.client.get('client'))?.epoch ?? null;
    await deps.db.client.put({ key: 'client', id: deps.uuid(), nextMid: rows.length + 1, epoch });
  });

/** Puts a parked mutation at the end of the queue, as a new one with the same arguments and a new id. */
export const retryParked = async (deps: OutboxDeps, id: string): Promise<void> => {
  const fresh = deps.uuid();
  await deps.db.transaction('rw', deps.db.mutations, deps.db.client, async () => {
    const row = await deps.db.mutations.get(id);
    if (row?.state !== 'parked') return;
    // The id also stands inside the arguments of an event; both change together.
    const body = row.body.replaceAll(id, fresh);
    const mid = await take(deps, 1);
    await deps.db.mutations.delete(id);
    await deps.db.mutations.add({
      id: fresh,
      mid,
      customer: row.customer,
      name: row.name,
      at: row.at,
      body,
      state: 'queued',
    });
  });
  const row = await deps.db.mutations.get(fresh);
  if (row) await deps.mirror.put([row]);
  await deps.mirror.remove([id]);
};

export const discardParked = async (deps: OutboxDeps, id: string): Promise<void> => {
  await deps.db.mutations
    .where({ id })
    .and((row) => row.state === 'parked')
    .delete();
  await deps.mirror.remove([id]);
};

/** Brings back what the mirror still holds and the database lost, as a new client. Returns how many. */
export const recover = async (deps: OutboxDeps): Promise<number> => {
  const mirrored = await deps.mirror.all();
  if (mirrored.length === 0) return 0;
  const known = new Set(
    await deps.db.mutations
      .where('id')
      .anyOf(mirrored.map((row) => row.id))
      .primaryKeys(),
  );
  const lost = mirrored.filter((row) => !known.has(row.id)).sort((a, b) => a.at - b.at);
  if (lost.length === 0) return 0;
  await deps.db.transaction('rw', deps.db.mutations, deps.db.client, async () => {
    const mid = await take(deps, lost.length);
    await deps.db.mutations.bulkPut(
      lost.map((row, i) => ({ ...row, mid: mid + i, state: 'queued' as const })),
    );
  });
  return lost.length;
};
