import '#lib/platform/no-eval.ts';
import { liveQuery } from 'dexie';
import { readProgress } from '#lib/cache/cache.ts';
import { openCacheDb } from '#lib/cache/cache-db.ts';
import { lookUp } from '#lib/cache/look-up.ts';
import { enqueue, type Mirror, type MirrorRow } from '#lib/cache/outbox.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';
import { type CycleDeps, runCycle } from '#lib/sync/cycle.ts';
import { runSync } from '#lib/sync/runner.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { createWaker } from '#lib/sync/waker.ts';
import type { Contestant } from '../contestant.ts';

/** The extension keeps its second copy of a click in storage.local, which a page does not have; nothing waits for it. */
const memoryMirror = (): Mirror => {
  const rows = new Map<string, MirrorRow>();
  return {
    put: async (some) => {
      for (const row of some) rows.set(row.id, row);
    },
    remove: async (ids) => {
      for (const id of ids) rows.delete(id);
    },
    all: async () => [...rows.values()],
  };
};

const now = () => Date.now();
const cache = openCacheDb();
const outbox = openOutboxDb();
const outboxDeps = { db: outbox, mirror: memoryMirror(), now, uuid: () => crypto.randomUUID() };

const cycleDeps = (token: string, signal: AbortSignal): CycleDeps => ({
  cache,
  outbox: outboxDeps,
  transport: createTransport({
    fetch: (url, init) => fetch(url, init),
    server: location.origin,
    token,
    signal,
  }),
  now,
});

let token = '';
const forever = new AbortController().signal;

/** The client as the extension ships it, with this page's clock, network and databases. */
const suki: Contestant = {
  open: async (given) => {
    token = given;
    await Promise.all([cache.open(), outbox.open()]);
  },
  firstSync: async () => {
    const deps = cycleDeps(token, forever);
    let caughtUp: number | undefined;
    // It then compares its sum with the server's, which is part of no peer's sync: the clock stops before.
    const digest: typeof deps.transport.digest = (client) => {
      caughtUp ??= performance.now();
      return deps.transport.digest(client);
    };
    const done = await runCycle({ ...deps, transport: { ...deps.transport, digest } });
    if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`);
    return caughtUp ?? performance.now();
  },
  count: async () => {
    const progress = await readProgress(cache);
    if (progress?.cursor) return progress.customers;
    const heads = await cache.heads.toArray();
    return heads.reduce((sum, { ids }) => sum + ids.length, 0);
  },
  read: async (_, address) => (await lookUp({ cache, outbox }, [address])).get(address)?.record.profile.name,
  follow: async () => {
    const waker = createWaker((run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    });
    liveQuery(() => outbox.mutations.where('state').equals('queued').count()).subscribe(
      (n) => n > 0 && waker.wake(),
    );
    await new Promise<void>((resolve) => {
      void runSync({
        ...cycleDeps(token, forever),
        ...{ waker, random: Math.random, signal: forever },
        onStatus: ({ state }) => state === 'online' && resolve(),
      });
    });
  },
  change: async (id, text) => {
    await enqueue(outboxDeps, 'event.record', id, (event, at) => ({
      customer: id,
      event: {
        ...{ id: event, source: 'panel', subject: id, at, type: 'Touchpoint Logged' },
        data: { kind: 'NOTE', direction: 'out', channel: 'note', initiator: 'rep', purpose: 'care', text },
      },
    }));
  },
  watch: (_, address, onChange) => {
    liveQuery(async () => await lookUp({ cache, outbox }, [address])).subscribe((people) => {
      for (const { data } of people.get(address)?.record.timeline ?? [])
        if (typeof data.text === 'string') onChange(data.text);
    });
  },
};

Object.assign(globalThis, { contestant: suki });
