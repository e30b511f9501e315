import type { CacheDb } from '#lib/cache/cache-db.ts';
import type { OutboxDeps } from '#lib/cache/outbox.ts';
import type { OutboxDb } from '#lib/cache/outbox-db.ts';
import type { Access, TokenHome } from '#lib/sync/answer.ts';
import type { CycleDeps } from '#lib/sync/cycle.ts';
import { forgetAll } from '#lib/sync/revoked.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { alone } from './alone.ts';
import { storageMirror } from './mirror.ts';
import { readSettings, writeSettings } from './settings.ts';

const now = () => Date.now();

export const outboxDeps = (db: OutboxDb): OutboxDeps => ({
  db,
  mirror: storageMirror,
  now,
  uuid: () => crypto.randomUUID(),
});

/** The token of this device in the settings; another device's is none of its business. */
const tokenHome = (device: string): TokenHome => ({
  read: async () => {
    const { connection } = await readSettings();
    return connection?.device === device ? connection.token : null;
  },
  replace: (used, next) =>
    writeSettings(({ connection }) =>
      connection?.device === device && connection.token === used
        ? { connection: { ...connection, token: next } }
        : {},
    ),
  alone: (work) => alone('suki-token', work),
});

type Dbs = { cache: CacheDb; outbox: OutboxDb; memory?: boolean };
/** Customers that are loaded where they live in memory ([S90]). */
const MOST_IN_MEMORY = 5_000;
/** What is needed to talk to a server; before pairing there is no device, and no token. */
export type Reach = { server: string; token: string | null; device?: string };

/** [S28] The customers first: cut short, the next contact hears the same again. */
const revoked = async (dbs: Dbs, device: string): Promise<void> => {
  // An answer to who was here before says nothing of who is here now.
  if ((await readSettings()).connection?.device !== device) return;
  await forgetAll({ cache: dbs.cache, outbox: outboxDeps(dbs.outbox) });
  await writeSettings(({ connection }) =>
    connection?.device === device ? { connection: null, revokedAt: now() } : {},
  );
};

/** The real network, and the token as the settings have it. */
export const accessTo = (dbs: Dbs, { server, token, device }: Reach, signal: AbortSignal): Access => ({
  ...{ server, token, signal, fetch: (url, init) => fetch(url, init) },
  ...(device !== undefined && { home: tokenHome(device), onRevoked: () => revoked(dbs, device) }),
});

/** The real clock, network and ids for an exchange with a server. */
export const cycleDeps = (dbs: Dbs, reach: Reach, signal: AbortSignal): CycleDeps => ({
  cache: dbs.cache,
  outbox: outboxDeps(dbs.outbox),
  transport: createTransport(accessTo(dbs, reach, signal)),
  now,
  most: dbs.memory ? MOST_IN_MEMORY : undefined,
});
