import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { idOf } from './documents.ts';
import type { Place } from './suki/seed.ts';

/*
 * The least that has to be written so that a click is kept: seven rows in one durable transaction, by prepared statements and
 * nothing around them. No request, no checks, no folding, no second thought. The engines are set as the server sets them, each
 * commit waits for the disk, and the rows are about as large as the server's.
 */

const MARKS = {
  known: 'select id from clients order by id limit 1 offset $1',
  customer: 'select facts, timeline from customers where id = $1',
  trace: 'insert into client_mutations (client_id, mid, mutation_id, settled_at) values ($1, $2, $3, $4)',
  client: 'update clients set lmid = $1, seen_at = $2 where id = $3',
  audit: 'insert into audit (id, at, customer_id, action, detail) values ($1, $2, $3, $4, $5)',
  event:
    'insert into events (source, id, customer_id, type, at, data, received_at) values ($1, $2, $3, $4, $5, $6, $7)',
  number: 'update sync_stream set head = head + 1 returning head',
  save: 'update customers set seq = $1, facts = $2, timeline = $3, events = events + 1 where id = $4',
  result: 'insert into mutations (id, result, settled_at) values ($1, $2, $3)',
} as const;
type Statement = keyof typeof MARKS;
type Value = string | number;
type Run = (statement: Statement, ...values: Value[]) => Promise<Record<string, unknown>>;

/** Beyond every number that the reps have used. */
const FIRST_MID = 1_000_000_000;
const DATA = JSON.stringify({
  kind: 'NOTE',
  direction: 'out',
  channel: 'note',
  purpose: 'care',
  text: randomUUID(),
});

const writeOne = async (run: Run, client: string, mid: number, customer: string): Promise<void> => {
  const now = Date.now();
  const id = randomUUID();
  const { facts, timeline } = await run('customer', customer);
  await run('trace', client, mid, id, now);
  await run('client', mid, now, client);
  await run('audit', id, now, customer, 'changed', '{"mutation":"event.record"}');
  await run('event', 'suki:device', id, customer, 'Touchpoint Logged', now, DATA, now);
  const { head } = await run('number');
  await run('save', Number(head), String(facts), String(timeline), customer);
  await run('result', id, JSON.stringify({ status: 'applied', id, mid, seq: head }), now);
};

type Limit = { seconds: number; customers: number };

const sqliteClicks = async (dataDir: string, { seconds, customers }: Limit): Promise<number> => {
  const db = new DatabaseSync(join(dataDir, 'suki.db'));
  try {
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536');
    db.exec('pragma wal_autocheckpoint = 10000');
    const entries = Object.entries(MARKS).map(([name, text]) => [
      name,
      db.prepare(text.replace(/\$\d/g, '?')),
    ]);
    const prepared: Record<string, ReturnType<DatabaseSync['prepare']>> = Object.fromEntries(entries);
    const run: Run = async (statement, ...values) => prepared[statement]?.get(...values) ?? {};
    const client = String((await run('known', 0)).id);
    let done = 0;
    const until = performance.now() + seconds * 1_000;
    while (performance.now() < until) {
      db.exec('begin immediate');
      await writeOne(run, client, FIRST_MID + done, idOf((done * 7_919) % customers));
      db.exec('commit');
      done += 1;
    }
    return done / seconds;
  } finally {
    db.close();
  }
};

/** As many connections as the server has. */
export const CONNECTIONS = 10;

const postgresClicks = async (url: string, { seconds, customers }: Limit): Promise<number> => {
  let done = 0;
  const until = performance.now() + seconds * 1_000;
  const connection = async (n: number): Promise<void> => {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    const run: Run = async (statement, ...values) =>
      (await db.query({ name: statement, text: MARKS[statement], values })).rows[0] ?? {};
    const client = String((await run('known', n)).id);
    for (let mid = 1; performance.now() < until; mid += 1) {
      await db.query('begin');
      // Each connection has customers of its own, so that only the counter is waited for.
      await writeOne(run, client, FIRST_MID + mid, idOf(((mid * CONNECTIONS + n) * 7) % customers));
      await db.query('commit');
      done += 1;
    }
    await db.end();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, n) => connection(n)));
  return done / seconds;
};

/** How many clicks a second the store takes when nothing is done but the writing. */
export const rawClicks = (place: Place, limit: Limit): Promise<number> =>
  place.databaseUrl ? postgresClicks(place.databaseUrl, limit) : sqliteClicks(place.dataDir, limit);

/** Columns of a PostgreSQL table with their types. */
const columnsOf = async (db: pg.Client, table: string): Promise<{ name: string; type: string }[]> => {
  const { rows } = await db.query(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows;
};

/**
 * Rows a second when the finished rows of these tables go into copies of them, checked for what they refer to, as arrays and in
 * batches: the fastest way in that a client of PostgreSQL has beside COPY.
 * @param rows how many rows of the imported file they stand for
 */
export const rawPostgresRows = async (
  url: string,
  tables: readonly string[],
  { rows, batch }: { rows: number; batch: number },
): Promise<number> => {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    let ms = 0;
    for (const table of tables) {
      const columns = await columnsOf(db, table);
      await db.query(`create table raw_${table} (like ${table} including all)`);
      // A copy has the indexes, but not what its rows refer to.
      if (columns.some(({ name }) => name === 'customer_id'))
        await db.query(`alter table raw_${table} add foreign key (customer_id) references customers`);
      const all = await db.query({ text: `select * from ${table}`, rowMode: 'array' });
      const values: unknown[][] = all.rows;
      const arrays = columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ');
      const text = `insert into raw_${table} select * from unnest(${arrays})`;
      const began = performance.now();
      for (let from = 0; from < values.length; from += batch) {
        const some = values.slice(from, from + batch);
        await db.query({ name: table, text, values: columns.map((_, i) => some.map((row) => row[i])) });
      }
      ms += performance.now() - began;
    }
    return (rows / ms) * 1_000;
  } finally {
    await db.end();
  }
};
