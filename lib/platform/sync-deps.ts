import type { CacheDb } from '#lib/cache/cache-db.ts';
import type { OutboxDeps } from '#lib/cache/outbox.ts';
import type { OutboxDb } from '#lib/cache/outbox-db.ts';
import type { CycleDeps } from '#lib/sync/cycle.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { storageMirror } from './mirror.ts';

const now = () => Date.now();

export const outboxDeps = (db: OutboxDb): OutboxDeps => ({
  db,
  mirror: storageMirror,
  now,
  uuid: () => crypto.randomUUID(),
});

/** The real clock, network and ids for an exchange with `server`. */
export const cycleDeps = (
  dbs: { cache: CacheDb; outbox: OutboxDb },
  connection: { server: string; token: string | null },
  signal: AbortSignal,
): CycleDeps => ({
  cache: dbs.cache,
  outbox: outboxDeps(dbs.outbox),
  transport: createTransport({ ...connection, signal, fetch: (url, init) => fetch(url, init) }),
  now,
});

/** One runner at a time in the whole browser: this only saves work, the protocol needs no lock. */
export const SYNC_LOCK = 'suki-sync';
