import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { HELD } from '#lib/contract/scope.ts';
import { createApp } from './app.ts';
import { createPairing } from './auth/pairing.ts';
import type { Role } from './auth/sessions.ts';
import { removeControlFile, writeControlFile } from './control.ts';
import type { Limits } from './http/rate-limit.ts';
import { remoteOf } from './http/remote.ts';
import type { App } from './http/types.ts';
import { ensurePlaybook } from './ingest/playbook-versions.ts';
import { createPlaybooks } from './ingest/playbooks.ts';
import { createScopes } from './ingest/scopes.ts';
import { startChores } from './jobs/chores.ts';
import { listen } from './listen.ts';
import { createLog, describeError, type Log } from './log.ts';
import { createPokeBus, type PokeBus } from './poke-bus.ts';
import { chooseCarry, type PokeWay } from './pokes/choose.ts';
import { createReadings } from './readings.ts';
import { newSecret } from './secrets.ts';
import { openStore } from './store/open.ts';
import type { Isolation, Store } from './store/store.ts';
import { readStanding, readWorkspace } from './store/workspace.ts';

export type ServeOptions = {
  /** Made if missing. With PostgreSQL it holds only the file by which the command line finds this server. */
  dataDir: string;
  /** Default 127.0.0.1. */
  host?: string | undefined;
  /** 0: any free one. */
  port: number;
  databaseUrl?: string | undefined;
  isolation?: Isolation | undefined;
  /** How several processes on one PostgreSQL tell each other of changes; default: through it. */
  pokes?: PokeWay | undefined;
  natsUrl?: string | undefined;
  /** Where others reach it, for pairing links; no slash at the end. */
  publicUrl?: string | undefined;
  /** How many proxies of ours stand in front; default 0. */
  trustProxy?: number | undefined;
  limits?: Partial<Limits> | undefined;
  /** Customers that a device holds at most; with more in sight it holds some of them. Default 100,000. */
  kept?: number | undefined;
  /** How long the audit trail is kept; default 400 days. */
  auditDays?: number | undefined;
  now?: (() => number) | undefined;
  log?: Log | undefined;
  workspaceName?: string | undefined;
  /** Routes of one's own, mounted last. */
  extra?: ((app: App) => void) | undefined;
};

export type Serving = {
  /** Where this machine reaches it. */
  url: string;
  port: number;
  app: App;
  store: Store;
  /** A one-time pairing link for a member of that name. */
  invite: (name: string, role?: Role) => Promise<string>;
  /** Stops listening, ends streams, lets requests finish, closes the store. */
  close: () => Promise<void>;
};

const localHost = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

/** Starts a server. Rejects with an OperatorError for faults that an operator can mend. */
export const serve = async (options: ServeOptions): Promise<Serving> => {
  const now = options.now ?? Date.now;
  const log = options.log ?? createLog('info', now, (line) => process.stdout.write(line));
  const host = options.host ?? '127.0.0.1';
  const random = { uuid: randomUUID, secret: newSecret };
  const store = await openStore({
    dataDir: options.dataDir,
    databaseUrl: options.databaseUrl,
    isolation: options.isolation,
    workspaceName: options.workspaceName,
    now,
    uuid: randomUUID,
    random: Math.random,
  });
  const stop = new AbortController();
  const controlToken = newSecret();
  const deps = { store, now, playbooks: createPlaybooks() };
  const readings = createReadings({
    store,
    now,
    onError: (error) => log('warn', 'readings-kept-back', describeError(error)),
  });
  let bus: PokeBus | undefined;
  try {
    await ensurePlaybook(store, now());
    const workspace = await readWorkspace(store);
    bus = createPokeBus({
      look: () => store.read(readStanding),
      onError: (error) => log('warn', 'poll-failed', describeError(error)),
      onPoke: (source) => log('debug', 'poke', { source }),
      carry: chooseCarry(
        { way: options.pokes, databaseUrl: options.databaseUrl, natsUrl: options.natsUrl },
        { workspace: workspace.id, random: Math.random, log },
      ),
    });
    const app = createApp({
      ...random,
      store,
      bus,
      readings,
      log,
      now,
      workspace,
      playbooks: deps.playbooks,
      scopes: createScopes({ now, kept: options.kept }),
      controlToken,
      publicUrl: options.publicUrl,
      remote: (c) =>
        remoteOf(
          options.trustProxy ?? 0,
          c.req.header('X-Forwarded-For'),
          getConnInfo(c).remote.address ?? 'unknown',
        ),
      limits: options.limits,
      stopping: stop.signal,
      extra: options.extra,
    });
    const listening = await listen(app, host, options.port);
    const url = `http://${localHost(host)}:${listening.port}`;
    const control = { url, token: controlToken, pid: process.pid };
    try {
      writeControlFile(options.dataDir, control);
    } catch (error) {
      if (store.kind === 'sqlite') throw error;
      // It serves without: the command line then takes DATABASE_URL.
      log('warn', 'no-control-file', describeError(error));
    }
    const chores = startChores(
      { ...deps, uuid: randomUUID, kept: options.kept ?? HELD.kept, auditDays: options.auditDays },
      log,
    );
    log('info', 'started', { url, store: store.kind });
    return {
      url,
      port: listening.port,
      app,
      store,
      invite: async (name, role) =>
        `${url}/pair/${await createPairing(store, { now, ...random }, { name, role })}`,
      close: async () => {
        stop.abort();
        await listening.close();
        await chores.stop();
        bus?.close();
        await readings.close();
        removeControlFile(options.dataDir, control);
        await store.close();
        log('info', 'stopped');
      },
    };
  } catch (error) {
    bus?.close();
    await readings.close();
    await store.close();
    throw error;
  }
};
