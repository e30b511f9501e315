import { loadAnew } from '#lib/cache/apply.ts';
import { noteMembers, readProgress } from '#lib/cache/cache.ts';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { meetServer, renumber, standing } from '#lib/cache/client.ts';
import { besides, type OutboxDeps, trim } from '#lib/cache/outbox.ts';
import { recover } from '#lib/cache/recover.ts';
import { type HelloAnswer, LIMITS } from '#lib/contract/sync.ts';
import { sendDecisions } from './decisions.ts';
import { drainOutbox } from './drain.ts';
import { keepFilter } from './filter.ts';
import { isFull } from './full.ts';
import { pullAll } from './pull.ts';
import type { Answer, SyncError, Transport } from './transport.ts';

export type CycleDeps = {
  cache: CacheDb;
  outbox: OutboxDeps;
  transport: Transport;
  now: () => number;
  /** Where the cache is lost with the page, no more customers than this are loaded ([S90]). */
  most?: number | undefined;
};
export type Exchanged = { ok: true; pushed: number; changed: number } | { ok: false; error: SyncError };
type Failure = { ok: false; error: SyncError };

/** A token is renewed when less than this is left of its 30 days. */
const RENEW_MS = 10 * 86_400_000;

/** A fault of the browser's own databases is an answer like any other: told, and tried again ([S27]). */
const held = async <T>(work: () => Promise<T>): Promise<T | Failure> => {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : 'no reason given';
    const code = isFull(error) ? 'storage-full' : 'storage';
    return { ok: false, error: { code, status: 0, message, retryAfter: null } };
  }
};

/**
 * Introduces this client; brings outbox and mirror together, and meets a restored server ([S24], [S25]) or another
 * account ([S26]).
 */
export const greet = (deps: CycleDeps): Promise<Answer<HelloAnswer>> =>
  held(async () => {
    await besides(() => recover(deps.outbox));
    const { clientId, settled } = await standing(deps.outbox);
    const own = await deps.transport.hello(clientId);
    const foreign = !own.ok && own.error.code === 'forbidden';
    const hello = foreign ? await deps.transport.hello(deps.outbox.uuid()) : own;
    if (!hello.ok) return hello;
    const { epoch, workspace, member, lmid, tokenUntil, serverTime } = hello.value;
    // Well ahead ([S56]); if it does not work out there is time until it is over.
    if (tokenUntil - serverTime < RENEW_MS) await deps.transport.renew();
    const forgot = !foreign && lmid < settled;
    // The cache first: cut short between the two, the next greeting finds the same.
    if (forgot) await loadAnew(deps.cache);
    await meetServer(deps.outbox, { epoch, account: `${workspace.id} ${member.id}`, forgot, foreign });
    await trim(deps.outbox, (await readProgress(deps.cache))?.cursor ?? null);
    return hello;
  });

/**
 * Pushes what is waiting, then pulls what is new: acknowledgements are booked before the rows that show them. What nobody waits
 * for comes last.
 */
export const exchange = (deps: CycleDeps, hello: HelloAnswer): Promise<Exchanged> =>
  held(async () => {
    const drain = () => drainOutbox({ ...deps, epoch: hello.epoch });
    let drained = await drain();
    if (!drained.ok && isNumbering(drained.error)) {
      // A gap can also mean that the server has forgotten what came before.
      await renumber(deps.outbox, { ring: drained.error.code === 'mutation-gap' });
      drained = await drain();
    }
    if (!drained.ok) return drained;
    const pulled = await pullAll(deps, hello, LIMITS.applyRows);
    if (pulled.ok) {
      if (hello.members) await noteMembers(deps.cache, hello.members);
      // Best effort, like the decisions: the next exchange goes on where this one was cut short.
      await keepFilter(deps, hello);
      await sendDecisions(deps);
      return { ok: true, pushed: drained.pushed, changed: pulled.changed };
    }
    if (pulled.error.code === 'cursor-ahead') {
      await renumber(deps.outbox, { ring: true });
      await loadAnew(deps.cache);
    }
    return pulled;
  });

/** A copied or rolled-back profile: go on as a new client, with the same mutation ids ([S23]). */
const isNumbering = ({ code }: SyncError): boolean =>
  code === 'client-forked' || code === 'mutation-gap' || code === 'forbidden';

/** One bounded exchange from start to end, for the alarm of the background worker. Never rejects. */
export const runCycle = async (deps: CycleDeps): Promise<Exchanged> => {
  const hello = await greet(deps);
  return hello.ok ? exchange(deps, hello.value) : hello;
};
