import { OperatorError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import type { Store, Tx } from './store.ts';

/** A row that is no migration: whoever has updated it is the one who migrates. */
const LOCK = '';

/** Two processes created the same table at the same moment, and this one lost. */
const LOST: readonly unknown[] = ['23505', '42P07', '42710']; // unique_violation, duplicate_table, duplicate_object
const lostTheRace = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && LOST.includes(error.code);

const prepare = async (store: Store): Promise<void> => {
  const create = () =>
    store.write(async (tx) => {
      await tx.schema
        .createTable('migrations')
        .ifNotExists()
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('applied_at', 'bigint', (c) => c.notNull())
        .execute();
      await tx
        .insertInto('migrations')
        .values({ name: LOCK, applied_at: 0 })
        .onConflict((c) => c.doNothing())
        .execute();
    });
  try {
    await create();
  } catch (error) {
    if (!lostTheRace(error)) throw error;
    await create();
  }
};

/** The names of all that were applied, in order. */
export const migrationsOf = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.selectFrom('migrations').select('name').where('name', '!=', LOCK).execute();
  return rows.map(({ name }) => name).sort();
};

const bring = async (tx: Tx, now: number): Promise<string[]> => {
  await tx.updateTable('migrations').set({ applied_at: now }).where('name', '=', LOCK).execute();
  const applied = new Set(await migrationsOf(tx));
  const known = new Set(migrations.map((migration) => migration.name));
  const foreign = [...applied].filter((name) => !known.has(name));
  if (foreign.length > 0) {
    throw new OperatorError(
      `This data was written by a newer version of Suki (it has ${foreign.join(', ')}).`,
      'Start that version or a later one, or restore a backup from before the update.',
    );
  }
  const done: string[] = [];
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    await migration.up(tx);
    await tx.insertInto('migrations').values({ name: migration.name, applied_at: now }).execute();
    done.push(migration.name);
  }
  return done;
};

/**
 * Brings the tables to this version, in one transaction. A second process that starts at the same moment
 * waits for the first, then finds nothing to do. Refuses data that a newer version has written.
 * @returns the names of what was applied now
 */
export const migrate = async (store: Store, now: number): Promise<string[]> => {
  await prepare(store);
  return store.write((tx) => bring(tx, now));
};

/** The name of the newest migration: what /health calls the schema. */
export const schemaVersion = (): string => migrations.at(-1)?.name ?? 'none';
