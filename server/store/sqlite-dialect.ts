import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

const CACHED_STATEMENTS = 200;

/** Kysely's value types are open; SQLite's are five. Anything else is a mistake of ours, named at once. */
const bindable = (value: unknown): SQLInputValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`cannot store a ${typeof value} in SQLite`);
};

/**
 * Rows for a statement that writes one: as its only parameter it makes the statement run once for each. The
 * result is, for each row, whether it was written.
 */
export class Tuples {
  readonly rows: readonly (readonly SQLInputValue[])[];
  constructor(rows: readonly (readonly SQLInputValue[])[]) {
    this.rows = rows;
  }
}

type Prepared = { statement: StatementSync; reads: boolean };

class SqliteConnection implements DatabaseConnection {
  readonly #db: DatabaseSync;
  /** Preparing costs more than most of our queries do; least recently used go first. */
  readonly #statements = new Map<string, Prepared>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  #prepare(sql: string): Prepared {
    const cached = this.#statements.get(sql);
    if (cached) {
      this.#statements.delete(sql);
      this.#statements.set(sql, cached);
      return cached;
    }
    const statement = this.#db.prepare(sql);
    const prepared = { statement, reads: statement.columns().length > 0 };
    this.#statements.set(sql, prepared);
    if (this.#statements.size > CACHED_STATEMENTS) {
      for (const oldest of this.#statements.keys()) {
        this.#statements.delete(oldest);
        break;
      }
    }
    return prepared;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { statement, reads } = this.#prepare(query.sql);
    const [first] = query.parameters;
    if (first instanceof Tuples)
      return { rows: first.rows.map((row) => statement.run(...row).changes !== 0) as R[] };
    const parameters = query.parameters.map(bindable);
    // Rows of SQLite are what the query builder's types say they are; there is no narrower place to say so.
    if (reads) return { rows: statement.all(...parameters) as R[] };
    const { changes } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not used; page by key instead');
  }
}

/** One connection, lent to one user at a time, in the order of asking. */
class SqliteDriver implements Driver {
  readonly #db: DatabaseSync;
  readonly #begin: string;
  readonly #connection: SqliteConnection;
  readonly #waiting: Array<() => void> = [];
  #lent = false;

  constructor(db: DatabaseSync, begin: string) {
    this.#db = db;
    this.#begin = begin;
    this.#connection = new SqliteConnection(db);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#lent) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#lent = true;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#lent = false;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Some errors (a full disk) have already ended the transaction; a second error would hide the first.
    if (this.#db.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    this.#db.close();
  }
}

/**
 * Kysely over `node:sqlite`.
 * @param begin `begin immediate` for the writer, so that a lock is waited for at the start and never met in
 * the middle; `begin` for readers.
 */
export const sqliteDialect = (db: DatabaseSync, begin: 'begin immediate' | 'begin'): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new SqliteDriver(db, begin),
  createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
