import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { OperatorError } from './errors.ts';
import { createPreparing } from './prepared.ts';
import type { Tables } from './schema.ts';
import type { Engine, Isolation } from './store.ts';

const INT8 = 20;
/** How long the database may take to let us in at the start. */
const ENTRY_MS = 5_000;
/** How long a request waits for its turn at one of our connections: a thousand devices that come back at once take turns. */
const TURN_MS = 20_000;

/** Host, port and database of a connection string, without user and password. */
const withoutSecrets = (databaseUrl: string): string => {
  try {
    const url = new URL(databaseUrl);
    return `${url.host}${url.pathname}`;
  } catch {
    return 'an address that cannot be read';
  }
};

/** Connects to PostgreSQL, or throws an OperatorError that names the address without its password. */
export const openPostgres = async (databaseUrl: string, isolation?: Isolation): Promise<Engine> => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: TURN_MS,
    types: {
      // Our bigints are instants and sequence numbers, which stay under 2^53.
      getTypeParser: (oid, format) =>
        oid === INT8 ? (value: string) => Number(value) : pg.types.getTypeParser(oid, format),
    },
  });
  // Without a listener a connection that dies while idle would end the process; the pool replaces it by itself.
  pool.on('error', () => {});
  // The same of one that is lent out and not asked anything just then: its user's next query fails, and is tried again.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('connect', createPreparing());
  const entry = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: ENTRY_MS });
  entry.on('error', () => {});
  try {
    await entry.connect();
    await entry.end();
  } catch (error) {
    await pool.end();
    const why = error instanceof Error ? error.message : String(error);
    throw new OperatorError(
      `Cannot reach PostgreSQL at ${withoutSecrets(databaseUrl)}: ${why}`,
      'Check DATABASE_URL, that the server runs, and that it lets this machine in.',
      { cause: error },
    );
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { kind: 'postgres', writer: db, reader: db, isolation, close: () => db.destroy() };
};
