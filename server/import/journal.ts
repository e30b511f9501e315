import { locking } from '../ingest/context.ts';
import type { Store, Tx } from '../store/store.ts';
import { ImportProblem } from './problem.ts';

export type ImportKind = 'customers' | 'events';
export type Counts = { rows: number; created: number; updated: number; known: number; rejected: number };
export type Reject = { rowNumber: number; line: number; reason: string; mend: string; cells: string[] };
export type FileKey = { hash: string; kind: ImportKind };

export const noCounts = (): Counts => ({ rows: 0, created: 0, updated: 0, known: 0, rejected: 0 });

/** What quotes a cell may hold what PostgreSQL does not take. The cells themselves are kept as JSON. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD');

const mine = (file: FileKey) => ({ file_hash: file.hash, kind: file.kind });

/** Begins a file, or goes on with one that was not finished. A finished one is begun anew: it may meet other data now. */
export const openJournal = (store: Store, file: FileKey): Promise<Counts> =>
  store.write(async (tx) => {
    const query = tx
      .selectFrom('imports')
      .selectAll()
      .where('file_hash', '=', file.hash)
      .where('kind', '=', file.kind);
    const row = await locking(store.kind, query).executeTakeFirst();
    if (row && row.finished_at === null) {
      const { rows_done: rows, created, updated, known, rejected } = row;
      return { rows, created, updated, known, rejected };
    }
    const fresh = {
      ...mine(file),
      rows_done: 0,
      created: 0,
      updated: 0,
      known: 0,
      rejected: 0,
      finished_at: null,
    };
    await tx
      .insertInto('imports')
      .values(fresh)
      .onConflict((c) => c.columns(['file_hash', 'kind']).doUpdateSet(fresh))
      .execute();
    await tx
      .deleteFrom('import_rejects')
      .where('file_hash', '=', file.hash)
      .where('kind', '=', file.kind)
      .execute();
    return noCounts();
  });

/** Writes how far the file is, in the transaction of the batch itself. */
export const advanceJournal = async (
  tx: Tx,
  file: FileKey,
  before: Counts,
  after: Counts,
  rejects: readonly Reject[],
): Promise<void> => {
  const moved = await tx
    .updateTable('imports')
    .set({
      rows_done: after.rows,
      created: after.created,
      updated: after.updated,
      known: after.known,
      rejected: after.rejected,
    })
    .where('file_hash', '=', file.hash)
    .where('kind', '=', file.kind)
    .where('rows_done', '=', before.rows)
    .returning('rows_done')
    .executeTakeFirst();
  if (!moved) {
    throw new ImportProblem(
      'This file is being imported by somebody else right now.',
      'Wait for that import to end.',
    );
  }
  for (let from = 0; from < rejects.length; from += 200) {
    await tx
      .insertInto('import_rejects')
      .values(
        rejects.slice(from, from + 200).map((reject) => ({
          ...mine(file),
          row_number: reject.rowNumber,
          line: reject.line,
          reason: withoutNul(reject.reason),
          mend: withoutNul(reject.mend),
          cells: JSON.stringify(reject.cells),
        })),
      )
      .execute();
  }
};

export const closeJournal = (store: Store, file: FileKey, now: number): Promise<unknown> =>
  store.write((tx) =>
    tx
      .updateTable('imports')
      .set({ finished_at: now })
      .where('file_hash', '=', file.hash)
      .where('kind', '=', file.kind)
      .execute(),
  );

/** All rows of a file that were refused, in file order. */
export async function* readRejects(store: Store, file: FileKey): AsyncGenerator<Reject> {
  for (let after = 0; ; ) {
    const rows = await store.read((tx) =>
      tx
        .selectFrom('import_rejects')
        .selectAll()
        .where('file_hash', '=', file.hash)
        .where('kind', '=', file.kind)
        .where('row_number', '>', after)
        .orderBy('row_number')
        .limit(500)
        .execute(),
    );
    for (const row of rows) {
      const { row_number: rowNumber, line, reason, mend } = row;
      yield { rowNumber, line, reason, mend, cells: JSON.parse(row.cells) };
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.row_number;
  }
}
