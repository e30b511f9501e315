import { CompiledQuery } from 'kysely';
import type { Tables } from './schema.ts';
import { Tuples } from './sqlite-dialect.ts';
import type { StoreKind, Tx } from './store.ts';

type Value = string | number | null;
/** Statements of these sizes stay prepared; any number of rows is made up of them. */
const SIZES = [128, 32, 8, 1] as const;

/** What happens to a row whose key is there already. */
export type OnConflict = 'error' | 'ignore' | { key: string; update: readonly string[] };

const texts = new Map<string, string>();

const conflictClause = (conflict: OnConflict): string => {
  if (conflict === 'error') return '';
  if (conflict === 'ignore') return ' on conflict do nothing';
  const set = conflict.update.map((column) => `${column} = excluded.${column}`).join(', ');
  return ` on conflict (${conflict.key}) do update set ${set}`;
};

const insertText = (
  kind: StoreKind,
  table: string,
  columns: readonly string[],
  rows: number,
  conflict: OnConflict,
  returning: readonly string[],
): string => {
  const cacheKey = JSON.stringify([kind, table, columns, rows, conflict, returning]);
  const known = texts.get(cacheKey);
  if (known !== undefined) return known;
  // Unnumbered for SQLite: node:sqlite binds `?1` by looking its name up, which took three times as long.
  const mark = (index: number) => (kind === 'postgres' ? `$${index + 1}` : '?');
  const tuples = Array.from(
    { length: rows },
    (_, row) => `(${columns.map((_column, column) => mark(row * columns.length + column)).join(',')})`,
  );
  const back = returning.length > 0 ? ` returning ${returning.join(', ')}` : '';
  const text = `insert into ${table} (${columns.join(', ')}) values ${tuples.join(',')}${conflictClause(conflict)}${back}`;
  texts.set(cacheKey, text);
  return text;
};

/** One row at a time: SQLite is in this process, so that many rows in one statement save nothing and cost binding. */
const insertEach = async <R extends object>(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  conflict: OnConflict,
  returning: readonly string[],
): Promise<R[]> => {
  if (rows.length === 0) return [];
  const text = insertText('sqlite', table, columns, 1, conflict, []);
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
  if (kind === 'sqlite') return insertEach(tx, table, columns, rows, conflict, returning);
  const written: Pick<Tables[T], C>[] = [];
  let from = 0;
  for (const size of SIZES) {
    const text = insertText(kind, table, columns, size, conflict, returning);
    for (; rows.length - from >= size; from += size) {
      const parameters: Value[] = [];
      for (let at = from; at < from + size; at += 1) parameters.push(...(rows[at] ?? []));
      const result = await tx.executeQuery<Pick<Tables[T], C>>(CompiledQuery.raw(text, parameters));
      written.push(...result.rows);
    }
  }
  return written;
};
