import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { CLOSED } from '../store/gate.ts';
import { migrationsOf } from '../store/migrate.ts';
import type { StoreKind, Tx } from '../store/store.ts';
import { FORMAT, type Header } from './format.ts';
import { keyOf, type StoredTable, storedTables } from './tables.ts';

/** Rows that are in memory at a time. */
const PAGE = 500;

type Row = Record<string, unknown>;

/** The rows after one, by the key of their table. */
const pageAfter = async (tx: Tx, table: StoredTable, after: Row | undefined): Promise<Row[]> => {
  const key = keyOf(table);
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const values = after && sql.join(key.map((column) => sql`${after[column]}`));
  const behind = values ? sql`where (${columns}) > (${values})` : sql``;
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} ${behind} order by ${columns} limit ${PAGE}
  `.execute(tx);
  return rows;
};

const countOf = async (tx: Tx, table: StoredTable): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

/** What of a table is not data: that the store is closed while another backup is put back. */
const isData = (table: StoredTable, row: Row): boolean => table !== 'meta' || row.key !== CLOSED;

const headerOf = async (tx: Tx, kind: StoreKind, at: number, rows: number): Promise<Header> => {
  const meta = new Map(
    (await tx.selectFrom('meta').selectAll().execute()).map(({ key, value }) => [key, value]),
  );
  return {
    suki: 'backup',
    format: FORMAT,
    migrations: await migrationsOf(tx),
    workspace: { id: meta.get('workspace_id') ?? '', name: meta.get('workspace_name') ?? '' },
    at: new Date(at).toISOString(),
    store: kind,
    rows,
  };
};

/** Rows that are done, of so many. */
export type OnProgress = (rows: number, of: number) => void;

/**
 * The lines of a backup of all that a transaction sees, each with its end of line. Holds a few hundred rows in memory,
 * however many there are.
 * @returns how many rows there were
 */
export async function* backupLines(
  tx: Tx,
  kind: StoreKind,
  at: number,
  onProgress: OnProgress,
): AsyncGenerator<string, number> {
  const digest = createHash('sha256');
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    return text;
  };
  const counts = new Map<StoredTable, number>();
  for (const table of storedTables) counts.set(table, await countOf(tx, table));
  if (await tx.selectFrom('meta').select('key').where('key', '=', CLOSED).executeTakeFirst())
    counts.set('meta', (counts.get('meta') ?? 0) - 1);
  const of = [...counts.values()].reduce((sum, n) => sum + n, 0);
  yield line(await headerOf(tx, kind, at, of));
  let rows = 0;
  for (const table of storedTables) {
    let page = await pageAfter(tx, table, undefined);
    const columns = Object.keys(page[0] ?? {});
    yield line({ table, columns, rows: counts.get(table) });
    while (page.length > 0) {
      const data = page.filter((row) => isData(table, row));
      yield data.map((row) => line(columns.map((column) => row[column]))).join('');
      rows += data.length;
      onProgress(rows, of);
      page = await pageAfter(tx, table, page.at(-1));
    }
  }
  yield `${JSON.stringify({ end: { rows, sha256: digest.digest('hex') } })}\n`;
  return rows;
}
