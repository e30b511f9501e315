import { setTimeout as sleep } from 'node:timers/promises';
import { type GatedStore, gated } from './gate.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import { type Isolation, storeOver } from './store.ts';
import { ensureWorkspace } from './workspace.ts';

export type OpenOptions = {
  dataDir: string;
  databaseUrl?: string | undefined;
  /** PostgreSQL only. */
  isolation?: Isolation | undefined;
  now: () => number;
  /** Ids, for a new workspace. */
  uuid: () => string;
  /** 0 <= x < 1, for the jitter of retries. */
  random: () => number;
  workspaceName?: string | undefined;
};

/** Opens SQLite in `dataDir`, or PostgreSQL if an address is given, and brings its tables up to date. */
export const openStore = async (options: OpenOptions): Promise<GatedStore> => {
  const { databaseUrl, dataDir, isolation } = options;
  const engine = databaseUrl ? await openPostgres(databaseUrl, isolation) : openSqlite(dataDir);
  const store = storeOver(engine, { random: options.random, sleep: (ms) => sleep(ms) });
  try {
    await migrate(store, options.now());
    await ensureWorkspace(store, options.uuid, options.workspaceName);
    return gated(store, options.now);
  } catch (error) {
    await store.close();
    throw error;
  }
};
