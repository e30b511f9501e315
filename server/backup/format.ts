import { z } from 'zod';
import { OperatorError } from '../store/errors.ts';
import { type StoredTable, storedTables } from './tables.ts';

/**
 * A backup is one gzip file of JSON lines, the same for both engines:
 *
 *     {"suki":"backup","format":1,…}            the header
 *     {"table":"members","columns":[…],"rows":2}  before the rows of each table
 *     ["…","Mia","admin",…]                     a row, its values in the order of the columns
 *     {"end":{"rows":2,"sha256":"…"}}           the trailer: the digest of all lines before it
 */
export const FORMAT = 1;

export const Header = z.strictObject({
  suki: z.literal('backup'),
  format: z.literal(FORMAT),
  /** Names of the migrations of the store that it was taken from. */
  migrations: z.array(z.string()),
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  /** When its one moment was, ISO 8601. */
  at: z.iso.datetime(),
  store: z.enum(['sqlite', 'postgres']),
  /** Of all tables. */
  rows: z.int().min(0),
});
export type Header = z.infer<typeof Header>;

const isStored = (name: string): name is StoredTable => storedTables.some((table) => table === name);
/** Names go into statements, so they can be nothing but names. */
const Column = z.string().regex(/^[a-z_]{1,60}$/);

export const TableLine = z.strictObject({
  table: z.string().refine(isStored, { error: 'is no table of this version' }),
  columns: z.array(Column),
  rows: z.int().min(0),
});
export type TableLine = z.infer<typeof TableLine>;

export type Value = string | number | null;
export const RowLine = z.array(z.union([z.string(), z.number(), z.null()]));

export const Trailer = z.strictObject({
  end: z.strictObject({ rows: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** A file that cannot be put back, and why. */
export class BackupFault extends OperatorError {
  override name = 'BackupFault';
  constructor(why: string, mend = 'Take an older backup, or copy this one again from where it was made.') {
    super(`This backup cannot be used: ${why}.`, mend);
  }
}
