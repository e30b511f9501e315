import { sql } from 'kysely';
import { historyOf, overtakenByHistory } from './gate.ts';
import type { Store, Tx } from './store.ts';

export const STREAM = 'all';

export type Workspace = { id: string; name: string };
/** Where the history stands: its number, which history it is, and since when what went away is still known. */
export type Standing = { head: number; epoch: string; floor: number };

const DEFAULT_NAME = 'My workspace';

/** Writes what every store must have, once. A name that is given replaces the one before. */
export const ensureWorkspace = (store: Store, uuid: () => string, name: string | undefined): Promise<void> =>
  store.write(async (tx) => {
    const first = { workspace_id: uuid(), workspace_name: name ?? DEFAULT_NAME };
    await tx
      .insertInto('meta')
      .values(Object.entries(first).map(([key, value]) => ({ key, value })))
      .onConflict((c) => c.doNothing())
      .execute();
    if (name !== undefined) {
      await tx.updateTable('meta').set({ value: name }).where('key', '=', 'workspace_name').execute();
    }
    await tx
      .insertInto('sync_stream')
      .values({ id: STREAM, head: 0, epoch: uuid(), floor: 0 })
      .onConflict((c) => c.doNothing())
      .execute();
  });

export const readWorkspace = async (store: Store): Promise<Workspace> => {
  const rows = await store.read((tx) => tx.selectFrom('meta').selectAll().execute());
  const value = (key: string): string => {
    const row = rows.find((candidate) => candidate.key === key);
    if (!row) throw new Error(`the store has no ${key}`);
    return row.value;
  };
  return { id: value('workspace_id'), name: value('workspace_name') };
};

/** Begins a new history: to be done after a restore, so that devices notice and push again what was lost. */
export const renewEpoch = (store: Store, uuid: () => string): Promise<string> =>
  store.write(async (tx) => {
    const epoch = uuid();
    await tx.updateTable('sync_stream').set({ epoch }).where('id', '=', STREAM).execute();
    return epoch;
  });

/** Number, epoch and floor, read at one moment. */
export const readStanding = (tx: Tx): Promise<Standing> =>
  tx
    .selectFrom('sync_stream')
    .select(['head', 'epoch', 'floor'])
    .where('id', '=', STREAM)
    .executeTakeFirstOrThrow();

/** The number of the last committed change. */
export const readHead = async (tx: Tx): Promise<number> => (await readStanding(tx)).head;

/**
 * The number of this write transaction. Call it last: it holds everybody else's write back until the commit,
 * which is what makes number order commit order, and is why it must not be held long. Throws Overtaken when a new history has
 * begun meanwhile.
 */
export const takeNumber = async (tx: Tx): Promise<number> => {
  const epoch = historyOf(tx);
  const counter = tx.updateTable('sync_stream').set({ head: sql<number>`head + 1` }).where('id', '=', STREAM);
  const mine = epoch === undefined ? counter : counter.where('epoch', '=', epoch);
  const row = await mine.returning('head').executeTakeFirst();
  if (!row) throw overtakenByHistory(tx);
  return row.head;
};
