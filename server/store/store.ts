import type { Kysely, Transaction } from 'kysely';
import { type RetryDeps, withRetry } from './retry.ts';
import type { Tables } from './schema.ts';

export type Tx = Transaction<Tables>;
export type StoreKind = 'sqlite' | 'postgres';

/** One store, whichever engine is under it. */
export type Store = {
  kind: StoreKind;
  /** A write transaction, done again as a whole when it fails for a passing reason. */
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** A read transaction: all its queries see one moment. */
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export type Engine = {
  kind: StoreKind;
  writer: Kysely<Tables>;
  reader: Kysely<Tables>;
  close: () => Promise<void>;
};

/**
 * Locks by row, not by level: under `serializable` the counter row would make every second write fail. Reads
 * ask for one snapshot (SQLite gives nothing else, and refuses to be asked).
 */
export const storeOver = (engine: Engine, deps: RetryDeps): Store => ({
  kind: engine.kind,
  write: (work) => withRetry(deps, () => engine.writer.transaction().execute(work)),
  read: (work) =>
    withRetry(deps, () => {
      const transaction = engine.reader.transaction();
      return engine.kind === 'sqlite'
        ? transaction.execute(work)
        : transaction.setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
    }),
  close: engine.close,
});
