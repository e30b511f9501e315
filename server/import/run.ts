import { setImmediate as breathe } from 'node:timers/promises';
import type { EventType } from '#lib/contract/events.ts';
import type { Ingest } from '../ingest/context.ts';
import { settleStages } from '../ingest/events.ts';
import type { Playbooks } from '../ingest/playbooks.ts';
import type { Store, Tx } from '../store/store.ts';
import type { Outcome } from './apply-customers.ts';
import {
  advanceJournal,
  type Counts,
  closeJournal,
  type FileKey,
  type ImportKind,
  noCounts,
  openJournal,
  type Reject,
  readRejects,
} from './journal.ts';
import { type Fault, ImportProblem } from './problem.ts';
import { type Row, readRows } from './rows.ts';
import type { DateOrder } from './values.ts';
import { type BatchWorker, customerWorker, eventWorker } from './workers.ts';

export type ImportOptions = {
  kind: ImportKind;
  /** SHA-256 of the file: how it is known again. */
  hash: string;
  dryRun: boolean;
  dates?: DateOrder | undefined;
  /** Type of events whose file has no column for it. */
  type?: EventType | undefined;
};
export type ImportDeps = { store: Store; playbooks: Playbooks; now: () => number };

/** What an import says while it runs. `rejects` come after the last row; a dry run gives the first five. */
export type ImportNews =
  | { news: 'header'; names: string[]; unused: string[]; resumedAt: number }
  | { news: 'progress'; counts: Counts }
  | { news: 'reject'; reject: Reject }
  | { news: 'done'; counts: Counts; dryRun: boolean };

/** Enough to make the commit cheap, few enough not to keep the reps' own writes waiting. */
const BATCH = 1_000;
const STAGE_BATCH = 500;
const SHOWN_IN_DRY_RUN = 5;

type Item = { rowNumber: number; row: Row };

/** Carries its result out of a transaction that must not stay. */
class Undone extends Error {
  readonly outcomes: Outcome[];
  constructor(outcomes: Outcome[]) {
    super('dry run');
    this.outcomes = outcomes;
  }
}

const isFaultOutcome = (outcome: Outcome): outcome is Fault => typeof outcome === 'object';

const tally = (
  before: Counts,
  items: readonly Item[],
  outcomes: readonly Outcome[],
): { counts: Counts; rejects: Reject[] } => {
  const counts = { ...before, rows: before.rows + items.length };
  const rejects: Reject[] = [];
  for (const [index, { row, rowNumber }] of items.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) throw new Error('a row without an outcome');
    if (isFaultOutcome(outcome)) {
      counts.rejected += 1;
      const { reason, mend } = outcome;
      rejects.push({ rowNumber, line: row.line, reason, mend, cells: row.cells });
    } else {
      counts[outcome] += 1;
    }
  }
  return { counts, rejects };
};

/** Cuts the stream of rows into batches of equal size, whatever the chunks of the file are. */
async function* inBatches(rows: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const some of rows) {
    for (const row of some) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

const ingestOf = async (deps: ImportDeps, tx: Tx): Promise<Ingest> => ({
  tx,
  kind: deps.store.kind,
  now: deps.now(),
  playbook: (await deps.playbooks(tx))?.playbook ?? null,
});

const commitBatch = (
  deps: ImportDeps,
  file: FileKey,
  worker: BatchWorker,
  items: readonly Item[],
  before: Counts,
): Promise<Counts> => {
  const apply = worker.prepare(items.map(({ row }) => row));
  return deps.store.write(async (tx) => {
    const outcomes = await apply(await ingestOf(deps, tx));
    const { counts, rejects } = tally(before, items, outcomes);
    await advanceJournal(tx, file, before, counts, rejects);
    return counts;
  });
};

const tryBatch = async (
  deps: ImportDeps,
  worker: BatchWorker,
  items: readonly Item[],
): Promise<Outcome[]> => {
  const apply = worker.prepare(items.map(({ row }) => row));
  try {
    return await deps.store.write(async (tx) => {
      throw new Undone(await apply(await ingestOf(deps, tx)));
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcomes;
    throw error;
  }
};

/** After a bulk load: looks once at the stage of every customer that it has touched. */
const settleAll = async (deps: ImportDeps, firstSeq: number, cause: string): Promise<void> => {
  for (let after = ''; ; ) {
    const ids = await deps.store.read((tx) =>
      tx
        .selectFrom('customers')
        .select('id')
        .where('seq', '>', firstSeq)
        .where('id', '>', after)
        .orderBy('id')
        .limit(STAGE_BATCH)
        .execute(),
    );
    const last = ids.at(-1);
    if (!last) return;
    await deps.store.write(async (tx) =>
      settleStages(
        await ingestOf(deps, tx),
        ids.map((row) => row.id),
        cause,
      ),
    );
    after = last.id;
    await breathe();
  }
};

/**
 * Imports a CSV text. Every row ends as created, updated, known or rejected; each batch and the note of how
 * far it went are one transaction, so that a killed import goes on without losing or doubling a row.
 */
export async function* runImport(
  deps: ImportDeps,
  text: AsyncIterable<string>,
  options: ImportOptions,
): AsyncGenerator<ImportNews> {
  const file: FileKey = { hash: options.hash, kind: options.kind };
  const journal = options.dryRun ? { counts: noCounts(), firstSeq: 0 } : await openJournal(deps.store, file);
  const started = deps.now();
  let { counts } = journal;
  let worker: BatchWorker | undefined;
  let rowNumber = 0;
  let shown = 0;
  for await (const batch of inBatches(readRows(text))) {
    let rows = batch;
    if (!worker) {
      const names = rows[0]?.cells ?? [];
      const settings = { now: started, dates: options.dates, type: options.type, dryRun: options.dryRun };
      worker = options.kind === 'customers' ? customerWorker(names, settings) : eventWorker(names, settings);
      yield { news: 'header', names: [...names], unused: worker.unused, resumedAt: counts.rows };
      rows = rows.slice(1);
    }
    const numbered = rows.map((row): Item => ({ row, rowNumber: (rowNumber += 1) }));
    const skipped = numbered.filter((item) => item.rowNumber <= journal.counts.rows);
    if (skipped.length > 0) worker.prepare(skipped.map(({ row }) => row));
    const items = numbered.slice(skipped.length);
    if (items.length === 0) continue;
    if (options.dryRun) {
      const result = tally(counts, items, await tryBatch(deps, worker, items));
      counts = result.counts;
      for (const reject of result.rejects.slice(0, SHOWN_IN_DRY_RUN - shown)) {
        shown += 1;
        yield { news: 'reject', reject };
      }
    } else {
      counts = await commitBatch(deps, file, worker, items, counts);
    }
    yield { news: 'progress', counts };
    await breathe();
  }
  if (!worker)
    throw new ImportProblem('The file is empty.', 'It needs a first line with the names of its columns.');
  if (!options.dryRun) {
    if (options.kind === 'events') await settleAll(deps, journal.firstSeq, `${options.hash}\n${started}`);
    for await (const reject of readRejects(deps.store, file)) yield { news: 'reject', reject };
    await closeJournal(deps.store, file, deps.now());
  }
  yield { news: 'done', counts, dryRun: options.dryRun };
}
