import { OperatorError } from './errors.ts';
import { openPostgres } from './postgres.ts';
import { openSqliteToRead } from './sqlite.ts';
import type { StoreKind, Tx } from './store.ts';

/** A store that is only looked at, beside whoever works with it. */
export type Look = {
  kind: StoreKind;
  /** Runs `work` once, in one read transaction however long it takes: all that it reads is of one moment. */
  snapshot: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

/** "No such table", as PostgreSQL and SQLite say it. Any other fault is for who looks closer. */
const lacksTable = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === '42P01') || error.message.startsWith('no such table'));

const hasWorkspace = async ({ snapshot }: Look): Promise<boolean> => {
  try {
    await snapshot((tx) => tx.selectFrom('sync_stream').select('id').execute());
    return true;
  } catch (error) {
    return !lacksTable(error);
  }
};

/**
 * Opens a store to look at it: nothing is made, migrated or locked. SQLite gets a connection of its own, so that a server
 * beside it is not held up; its log of changes only grows while the snapshot is open.
 */
export const openToLook = async (dataDir: string, databaseUrl: string | undefined): Promise<Look> => {
  const { kind, reader, close } = databaseUrl ? await openPostgres(databaseUrl) : openSqliteToRead(dataDir);
  const begin = () => {
    const transaction = reader.transaction();
    return kind === 'sqlite'
      ? transaction
      : transaction.setIsolationLevel('repeatable read').setAccessMode('read only');
  };
  const snapshot: Look['snapshot'] = async (work) => {
    let done: { value: Awaited<ReturnType<typeof work>> } | undefined;
    try {
      await begin().execute(async (tx) => {
        done = { value: await work(tx) };
      });
    } catch (error) {
      // What was read was read: a damaged file fails again at the end of a transaction that had nothing to write.
      if (!done) throw error;
    }
    if (!done) throw new Error('a snapshot without an end');
    return done.value;
  };
  const look: Look = { kind, snapshot, close };
  try {
    if (await hasWorkspace(look)) return look;
    throw new OperatorError(
      'There is no workspace in this database.',
      'Correct DATABASE_URL; npm run server makes a new workspace.',
    );
  } catch (error) {
    await close();
    throw error;
  }
};
