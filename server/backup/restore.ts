import { setImmediate as breathe } from 'node:timers/promises';
import { auditOperator } from '../audit.ts';
import type { IngestDeps } from '../ingest/context.ts';
import { ensurePlaybook } from '../ingest/playbook-versions.ts';
import { markOutdated, refoldAllMarked } from '../ingest/refold.ts';
import { insertMany } from '../store/bulk.ts';
import { OperatorError } from '../store/errors.ts';
import { CLOSED, type GatedStore } from '../store/gate.ts';
import { migrationsOf } from '../store/migrate.ts';
import type { StoreKind, Tx } from '../store/store.ts';
import { readWorkspace, STREAM, type Workspace } from '../store/workspace.ts';
import { type Kept, keepAdmission, readAdmission } from './admission.ts';
import { BackupFault, type Header, type Value } from './format.ts';
import { readBackup } from './read.ts';
import { type StoredTable, storedTables } from './tables.ts';

/** The bytes of a backup. Asked for once for each try. */
export type Source = () => AsyncIterable<Uint8Array>;

/** Reads a whole backup and throws BackupFault if anything about it is not as it was written. */
export const checkBackup = async (
  source: Source,
  onProgress: (rows: number, of: number) => void = () => {},
): Promise<Header> => {
  let header: Header | undefined;
  let rows = 0;
  for await (const item of readBackup(source())) {
    if (item.news === 'header') header = item.header;
    else rows += item.rows.length;
    onProgress(rows, header?.rows ?? 0);
  }
  if (!header) throw new BackupFault('it is empty');
  return header;
};

const refuseOtherVersion = (theirs: readonly string[], ours: readonly string[]): void => {
  if (theirs.join() === ours.join()) return;
  const isNewer = theirs.some((name) => !ours.includes(name));
  throw new BackupFault(
    `it was made by ${isNewer ? 'a newer' : 'an older'} version of Suki (its tables are those of ${theirs.at(-1)}, here they are those of ${ours.at(-1)})`,
    isNewer
      ? 'Update Suki here first.'
      : 'Put it back with the version that made it, into an empty store, then update that.',
  );
};

const isInUse = async (tx: Tx): Promise<boolean> => {
  const somebody = await tx.selectFrom('members').select('id').limit(1).executeTakeFirst();
  const anybody = await tx.selectFrom('customers').select('id').limit(1).executeTakeFirst();
  return somebody !== undefined || anybody !== undefined;
};

/** Two workspaces may have the same name. */
const named = ({ id, name }: Workspace): string => `"${name}" (${id.slice(0, 8)})`;

/**
 * Throws when the backup does not fit this store; `force` lets it replace another workspace.
 * @returns whether the store is of the same workspace
 */
const mustFit = async (store: GatedStore, header: Header, force: boolean): Promise<boolean> => {
  refuseOtherVersion(header.migrations, await store.read(migrationsOf));
  const here = await readWorkspace(store);
  const isSame = here.id === header.workspace.id;
  if (force || isSame || !(await store.read(isInUse))) return isSame;
  throw new OperatorError(
    `The backup is of the workspace ${named(header.workspace)} as of ${header.at}, and here is another one, ${named(here)}.`,
    'Choose another store for it, or add --force to replace what is here.',
  );
};

const empty = async (tx: Tx): Promise<void> => {
  for (const table of storedTables.toReversed()) {
    // Replaced in place: others wait for this row, and must find it.
    if (table === 'sync_stream') continue;
    if (table === 'meta') await tx.deleteFrom('meta').where('key', '!=', CLOSED).execute();
    else await tx.deleteFrom(table).execute();
  }
};

const fill = async (
  tx: Tx,
  kind: StoreKind,
  table: StoredTable,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> => {
  if (table === 'sync_stream') {
    for (const row of rows) {
      const { id: _, epoch: __, ...stood } = Object.fromEntries(columns.map((name, at) => [name, row[at]]));
      await tx.updateTable('sync_stream').set(stood).where('id', '=', STREAM).execute();
    }
    return;
  }
  // Names of columns were read as such (format.ts), and a name that this table lacks ends the transaction.
  await insertMany({ tx, kind }, table, columns as never[], rows, 'error', []);
};

export type RestoreOptions = {
  uuid: () => string;
  /** Replace another workspace too. */
  force: boolean;
  onProgress?: (rows: number, of: number) => void;
};

export type Restored = {
  rows: number;
  /** Null: the store was of no workspace or of another one, and knew nothing of who was signed out since. */
  kept: Kept | null;
};

/**
 * Replaces all data of a store by those of a backup and begins a new history, in one transaction; meanwhile nobody else can
 * write. Who was signed out in the store stays signed out. Devices notice the new history at their next request and send again
 * what the backup lacks. Throws, and leaves everything as it was, when the backup is not whole or does not fit.
 */
export const restoreBackup = async (
  store: GatedStore,
  header: Header,
  source: Source,
  { uuid, force, onProgress = () => {} }: RestoreOptions,
): Promise<Restored> => {
  const isSame = await mustFit(store, header, force);
  return store.whileClosed((write) =>
    write(async (tx) => {
      // First, and held to the end: whoever has taken a number before has committed it, and nobody takes one meanwhile.
      await tx.updateTable('sync_stream').set({ epoch: uuid() }).where('id', '=', STREAM).execute();
      const was = isSame ? await readAdmission(tx, store.kind) : null;
      await empty(tx);
      let done = 0;
      for await (const item of readBackup(source())) {
        if (item.news === 'header') continue;
        await fill(tx, store.kind, item.table, item.columns, item.rows);
        done += item.rows.length;
        onProgress(done, header.rows);
        await breathe();
      }
      return { rows: done, kept: was && (await keepAdmission(tx, was)) };
    }),
  );
};

/**
 * Notes who has put the backup back, and does what a server does at its start with data of an older version: the playbook, and
 * facts that it cannot read.
 */
export const bringUpToDate = async (deps: IngestDeps): Promise<void> => {
  await auditOperator(deps.store, deps.now(), { action: 'restore', detail: {} });
  await ensurePlaybook(deps.store, deps.now());
  await markOutdated(deps);
  await refoldAllMarked(deps, `restore ${deps.now()}`);
};
