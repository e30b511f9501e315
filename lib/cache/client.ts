import { nextBatch, type OutboxDeps, take, toMirrorRow } from './outbox.ts';
import type { Failed, OutboxRow } from './outbox-db.ts';

const inTransaction = <T>({ db }: OutboxDeps, work: () => Promise<T>): Promise<T> =>
  db.transaction('rw', db.mutations, db.client, work);

/** The client's id; made at the first call. */
export const clientId = async (deps: OutboxDeps): Promise<string> => {
  const known = await deps.db.client.get('client');
  if (known) return known.id;
  return inTransaction(deps, async () => {
    await take(deps, 0);
    return (await deps.db.client.get('client'))?.id ?? '';
  });
};

/** What to push next, and as whom: read at one moment, so that nobody renumbers in between. */
export const nextPush = async (
  deps: OutboxDeps,
  count: number,
  bytes: number,
): Promise<{ clientId: string; rows: OutboxRow[] }> => {
  await clientId(deps);
  return deps.db.transaction('r', deps.db.mutations, deps.db.client, async () => ({
    clientId: await clientId(deps),
    rows: await nextBatch(deps, count, bytes),
  }));
};

/** Who this client is, and the highest number that a server has acknowledged to it (0: none). */
export const standing = async (deps: OutboxDeps): Promise<{ clientId: string; settled: number }> => {
  await clientId(deps);
  return deps.db.transaction('r', deps.db.mutations, deps.db.client, async () => {
    const newest = await deps.db.mutations
      .where('[state+mid]')
      .between(['acked', 1], ['acked', Number.MAX_SAFE_INTEGER])
      .last();
    return { clientId: await clientId(deps), settled: newest?.mid ?? 0 };
  });
};

/** Takes a new client id. The order of making stays: what is queued from 1 up, what stays settled below 1. */
const restart = async (deps: OutboxDeps, isQueued: (row: OutboxRow) => boolean): Promise<void> => {
  const rows = (await deps.db.mutations.toArray()).sort((a, b) => a.mid - b.mid);
  const queue = rows.filter(isQueued);
  const settled = rows.filter((row) => row.state === 'acked' && !isQueued(row));
  await deps.db.mutations.bulkPut([
    ...settled.map((row, i) => ({ ...row, mid: i - settled.length })),
    ...queue.map((row, i) => ({
      ...toMirrorRow(row),
      mid: i + 1,
      state: 'queued' as const,
      ...(row.state === 'queued' && row.failed && { failed: row.failed }),
    })),
  ]);
  await take(deps, 0);
  await deps.db.client.update('client', { id: deps.uuid(), nextMid: queue.length + 1 });
};

/**
 * Starts over as a new client with the same mutation ids, numbered from 1. `ring`: also push again what was
 * acknowledged in the last seven days, for a server that has lost some of it.
 */
export const renumber = (deps: OutboxDeps, { ring }: { ring: boolean }): Promise<void> =>
  inTransaction(deps, () =>
    restart(deps, (row) => row.state === 'queued' || (ring && row.state === 'acked')),
  );

/** Nothing that was made for the account before may reach another ([S26]), nor stay as if it were on its way ([S28]). */
const leaveAccount = async (deps: OutboxDeps, code: 'other-account' | 'revoked'): Promise<void> => {
  const { mutations } = deps.db;
  await mutations.where('state').equals('acked').delete();
  const queued = await mutations.where('state').equals('queued').toArray();
  await mutations.bulkPut(
    queued.map((row) => ({
      ...toMirrorRow(row),
      mid: row.mid,
      state: 'parked' as const,
      code,
      message: '',
    })),
  );
  await restart(deps, () => false);
};

export type Met = {
  epoch: string;
  /** The workspace and the member: mutations are made for both. */
  account: string;
  /** The server lacks what it once acknowledged to this client. */
  forgot: boolean;
  /** The client id is another member's there. */
  foreign: boolean;
};

/**
 * Notes whom we talk to, in one transaction. A new history (the server was restored from a backup) may lack what
 * the old one acknowledged: the ring is queued again under a new client id. The ids are the same, so nothing doubles.
 */
export const meetServer = (deps: OutboxDeps, { epoch, account, forgot, foreign }: Met): Promise<void> =>
  inTransaction(deps, async () => {
    await take(deps, 0);
    const client = await deps.db.client.get('client');
    if (!client) return;
    const known = client.account ?? null;
    if (known === account && client.epoch === epoch && !forgot && !foreign) return;
    if (known !== null && known !== account) await leaveAccount(deps, 'other-account');
    else if (forgot || (client.epoch !== null && client.epoch !== epoch))
      await renumber(deps, { ring: true });
    else if (foreign) await renumber(deps, { ring: false });
    await deps.db.client.update('client', { epoch, account });
  });

/** This device was signed out by an admin: what is queued is parked, what was acknowledged is forgotten ([S28]). */
export const parkAll = (deps: OutboxDeps): Promise<void> =>
  inTransaction(deps, () => leaveAccount(deps, 'revoked'));

/** Parks a queued mutation that no server will take; the ones behind it close the gap. */
export const parkUnsendable = (
  deps: OutboxDeps,
  id: string,
  code: 'invalid' | 'stuck',
  message: string,
): Promise<void> =>
  inTransaction(deps, async () => {
    const row = await deps.db.mutations.get(id);
    if (row?.state !== 'queued') return;
    const kept = { ...toMirrorRow(row), mid: row.mid };
    await deps.db.mutations.put({ ...kept, state: 'parked', code, message });
    await renumber(deps, { ring: false });
  });

/** Notes that the server failed at this one, to last over restarts; returns how often it has by now. */
export const noteFailure = ({ db, now }: OutboxDeps, id: string): Promise<Failed> =>
  db.transaction('rw', db.mutations, async () => {
    const row = await db.mutations.get(id);
    const before = row?.state === 'queued' ? row.failed : undefined;
    const failed = { times: (before?.times ?? 0) + 1, since: before?.since ?? now() };
    if (row?.state === 'queued') await db.mutations.put({ ...row, failed });
    return failed;
  });
