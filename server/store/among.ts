import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { StoreKind } from './store.ts';

/**
 * `column in (values)` with all values in one parameter, so that the text of the statement is the same however
 * many there are and stays prepared. Of a single one, as a click asks, it is a comparison like any other.
 */
export const among = (kind: StoreKind, column: string, values: readonly string[]): RawBuilder<SqlBool> => {
  if (values.length === 1) return sql`${sql.ref(column)} = ${values[0]}`;
  return kind === 'postgres'
    ? sql`${sql.ref(column)} = any(${values})`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
};

/** A query of one column that gives these values, for an insert of all of them at once. */
export const selectOf = (kind: StoreKind, values: readonly string[]): RawBuilder<unknown> =>
  kind === 'postgres'
    ? sql`select unnest(${values}::text[])`
    : // Without a condition SQLite would read the `on conflict` that follows as that of a join.
      sql`select value from json_each(${JSON.stringify(values)}) where true`;
