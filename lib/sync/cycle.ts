import type { CacheDb } from '#lib/cache/cache-db.ts';
import { resetCache } from '#lib/cache/cache.ts';
import { clientId, meetEpoch, type OutboxDeps, recover, renumber, trim } from '#lib/cache/outbox.ts';
import { type HelloAnswer, LIMITS } from '#lib/contract/sync.ts';
import { drainOutbox } from './drain.ts';
import { pullAll } from './pull.ts';
import type { Answer, SyncError, Transport } from './transport.ts';

export type CycleDeps = { cache: CacheDb; outbox: OutboxDeps; transport: Transport; now: () => number };
export type Exchanged = { ok: true; pushed: number; changed: number } | { ok: false; error: SyncError };

/** Introduces this client; brings back what only the mirror still holds, and meets a restored server ([S24]). */
export const greet = async (deps: CycleDeps): Promise<Answer<HelloAnswer>> => {
  await recover(deps.outbox);
  const hello = await deps.transport.hello(await clientId(deps.outbox));
  if (hello.ok) await meetEpoch(deps.outbox, hello.value.epoch);
  return hello;
};

/** Pushes what is waiting, then pulls what is new: acknowledgements are booked before the rows that show them. */
export const exchange = async (deps: CycleDeps, hello: HelloAnswer): Promise<Exchanged> => {
  const drain = () => drainOutbox({ ...deps, epoch: hello.epoch });
  let drained = await drain();
  // A copied or rolled-back profile: go on as a new client, with the same mutation ids ([S23]).
  if (!drained.ok && (drained.error.code === 'client-forked' || drained.error.code === 'mutation-gap')) {
    await renumber(deps.outbox, { ring: false });
    drained = await drain();
  }
  if (!drained.ok) return drained;
  const pulled = await pullAll(deps, hello, LIMITS.applyRows);
  if (!pulled.ok) {
    if (pulled.error.code === 'cursor-ahead') await resetCache(deps.cache);
    return pulled;
  }
  await trim(deps.outbox);
  return { ok: true, pushed: drained.pushed, changed: pulled.changed };
};

/** One bounded exchange from start to end, for the alarm of the background worker. */
export const runCycle = async (deps: CycleDeps): Promise<Exchanged> => {
  const hello = await greet(deps);
  return hello.ok ? exchange(deps, hello.value) : hello;
};
