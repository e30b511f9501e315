import type { Kysely, Transaction } from 'kysely';
import { createGroupCommit } from './group-commit.ts';
import { type RetryDeps, withRetry } from './retry.ts';
import type { Tables } from './schema.ts';

export type Tx = Transaction<Tables>;
/** What a question is put to, in a transaction or not. */
export type Asked = Pick<Tx, 'selectFrom'>;
export type StoreKind = 'sqlite' | 'postgres';

/** One store, whichever engine is under it. */
export type Store = {
  kind: StoreKind;
  /** A write transaction, done again as a whole when it fails for a passing reason. */
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** A short write transaction: with others of the same moment it may share a commit, where that is what costs. */
  writeShort: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** A read transaction: all its queries see one moment. */
  read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The same for a single query, which sees one moment by itself: no transaction is begun and ended around it. */
  ask: <T>(question: (db: Asked) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export const isolations = ['read committed', 'serializable'] as const;
/** How strictly PostgreSQL keeps write transactions apart. Some that speak its protocol know only `serializable`. */
export type Isolation = (typeof isolations)[number];

export type Engine = {
  kind: StoreKind;
  writer: Kysely<Tables>;
  reader: Kysely<Tables>;
  /** Left out: the engine's own, by which rows are locked one by one. */
  isolation?: Isolation | undefined;
  close: () => Promise<void>;
};

/** Lets one at a time in, in the order of asking. */
const createTurnstile = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
};

/**
 * Locks by row, not by level: that is enough for all we write. Under `serializable` two writers who overlap cannot both
 * commit, for both take the counter; so those of one process take turns, and only those of other processes are met.
 * Reads ask for one snapshot (SQLite gives nothing else, and refuses to be asked).
 */
export const storeOver = ({ kind, writer, reader, isolation, close }: Engine, deps: RetryDeps): Store => {
  const strict = isolation === 'serializable';
  const begin = () => (strict ? writer.transaction().setIsolationLevel(isolation) : writer.transaction());
  const look = () =>
    kind === 'sqlite'
      ? reader.transaction()
      : reader
          .transaction()
          .setIsolationLevel(strict ? isolation : 'repeatable read')
          .setAccessMode('read only');
  const inTurn = strict ? createTurnstile() : <T>(work: () => Promise<T>) => work();
  const write: Store['write'] = (work) => inTurn(() => withRetry(deps, () => begin().execute(work)));
  const together = createGroupCommit((work) => begin().execute(work));
  return {
    kind,
    write,
    // On PostgreSQL the first of a group would hold the counter while the others wait for rows.
    writeShort: kind === 'sqlite' ? (work) => withRetry(deps, () => together(work)) : write,
    read: (work) => withRetry(deps, () => look().execute(work)),
    ask: (question) => withRetry(deps, () => question(reader)),
    close,
  };
};
