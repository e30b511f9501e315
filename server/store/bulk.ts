import { CompiledQuery } from 'kysely';
import type { Tables } from './schema.ts';
import { Tuples } from './sqlite-dialect.ts';
import type { StoreKind, Tx } from './store.ts';

type Value = string | number | null;
/** Rows in one statement at most: with the longest texts that there are it stays far below what PostgreSQL takes. */
const AT_ONCE = 1_000;

/** What happens to a row whose key is there already. */
export type OnConflict = 'error' | 'ignore' | { key: string; update: readonly string[] };

const conflictClause = (conflict: OnConflict): string => {
  if (conflict === 'error') return '';
  if (conflict === 'ignore') return ' on conflict do nothing';
  const set = conflict.update.map((column) => `${column} = excluded.${column}`).join(', ');
  return ` on conflict (${conflict.key}) do update set ${set}`;
};

type Insert = {
  table: string;
  columns: readonly string[];
  conflict: OnConflict;
  returning: readonly string[];
};

const insertText = ({ table, columns, conflict, returning }: Insert, source: string): string => {
  const back = returning.length > 0 ? ` returning ${returning.join(', ')}` : '';
  return `insert into ${table} (${columns.join(', ')}) ${source}${conflictClause(conflict)}${back}`;
};

/** `mark`: how the engine wants its parameters. */
const oneRow = ({ columns }: Insert, mark: (index: number) => string): string =>
  `values (${columns.map((_, index) => mark(index)).join(', ')})`;

/** One row at a time: SQLite is in this process, so that many rows in one statement save nothing and cost binding. */
const insertEach = async <R extends object>(
  tx: Tx,
  insert: Insert,
  rows: readonly (readonly Value[])[],
): Promise<R[]> => {
  if (rows.length === 0) return [];
  const { columns, returning } = insert;
  // Unnumbered: node:sqlite binds `?1` by looking its name up, which took three times as long.
  const text = insertText(
    { ...insert, returning: [] },
    oneRow(insert, () => '?'),
  );
  const written = await tx.executeQuery<boolean>(CompiledQuery.raw(text, [new Tuples(rows)]));
  if (returning.length === 0) return [];
  const places = returning.map((column) => [column, columns.indexOf(column)] as const);
  const back: R[] = [];
  for (const [index, row] of rows.entries()) {
    if (!written.rows[index]) continue;
    const kept: Record<string, unknown> = {};
    for (const [column, place] of places) kept[column] = row[place];
    back.push(kept as R);
  }
  return back;
};

/** Of a column: the array type that takes its values; null when it has none in these rows. */
const arrayOf = (values: readonly (Value | undefined)[]): 'text[]' | 'bigint[]' | null => {
  const some = values.find((value) => value !== null);
  return some === undefined ? null : typeof some === 'number' ? 'bigint[]' : 'text[]';
};

/** An array for each column: as fast as PostgreSQL takes rows beside COPY, and one text for any number of them. */
const asArrays = (insert: Insert, rows: readonly (readonly Value[])[]): CompiledQuery => {
  const { columns } = insert;
  const [only] = rows;
  if (only && rows.length === 1)
    return CompiledQuery.raw(
      insertText(
        insert,
        oneRow(insert, (index) => `$${index + 1}`),
      ),
      [...only],
    );
  const arrays: (Value | undefined)[][] = [];
  const types: string[] = [];
  const selected = columns.map((_, column) => {
    const values = rows.map((row) => row[column]);
    const type = arrayOf(values);
    if (type === null) return 'null';
    types.push(`$${arrays.push(values)}::${type}`);
    return `c${column}`;
  });
  const names = selected.filter((name) => name !== 'null').join(', ');
  const source = `select ${selected.join(', ')} from unnest(${types.join(', ')}) as given (${names})`;
  return CompiledQuery.raw(insertText(insert, source), arrays);
};

/**
 * Inserts many rows. The query builder would build and print a tree of every value, which took longer than
 * the database itself; names of tables and columns are ours, values are always parameters.
 * @param returning some of `columns`
 * @returns the `returning` columns of the rows that were written
 */
export const insertMany = async <T extends keyof Tables & string, C extends keyof Tables[T] & string>(
  { tx, kind }: { tx: Tx; kind: StoreKind },
  table: T,
  columns: readonly (keyof Tables[T] & string)[],
  rows: readonly (readonly Value[])[],
  conflict: OnConflict,
  returning: readonly C[],
): Promise<Pick<Tables[T], C>[]> => {
  const insert = { table, columns, conflict, returning };
  if (kind === 'sqlite') return insertEach(tx, insert, rows);
  const written: Pick<Tables[T], C>[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const query = asArrays(insert, rows.slice(from, from + AT_ONCE));
    written.push(...(await tx.executeQuery<Pick<Tables[T], C>>(query)).rows);
  }
  return written;
};
