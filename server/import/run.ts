import { setImmediate as breathe } from 'node:timers/promises';
import type { EventType } from '#lib/contract/events.ts';
import { auditOperator } from '../audit.ts';
import { type IngestDeps, ingestOf } from '../ingest/context.ts';
import { refoldAllMarked } from '../ingest/refold.ts';
import { type Outcome, RowOvertaken } from './apply-customers.ts';
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
import { type BatchWorker, customerWorker, eventWorker, type Shared } from './workers.ts';

export type ImportOptions = {
  kind: ImportKind;
  /** SHA-256 of the file: how it is known again. */
  hash: string;
  dryRun: boolean;
  dates?: DateOrder | undefined;
  /** Type of events whose file has no column for it. */
  type?: EventType | undefined;
};

/** What an import says while it runs. `rejects` come after the last row; a dry run gives the first five. */
export type ImportNews =
  | { news: 'header'; names: string[]; unused: string[]; resumedAt: number }
  | { news: 'progress'; counts: Counts }
  | { news: 'reject'; reject: Reject }
  | {
      news: 'done';
      counts: Counts;
      dryRun: boolean;
      /** Rows that share their order with one before, and such an order: each row counts as an order of its own. */
      shared: Shared;
    };

/** Enough to make the commit cheap, few enough not to keep the reps' own writes waiting. */
const BATCH = 5_000;
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

/** What was tried again and again does not come right by itself: it is told by its row. */
const stuck = ({ line, what }: RowOvertaken): ImportProblem =>
  new ImportProblem(
    `Line ${line}: ${what} could not be added: each time it was already there.`,
    'Run the same command again, it goes on where it was; if it says the same, npm run doctor tells what is wrong.',
  );

const commitBatch = async (
  deps: IngestDeps,
  file: FileKey,
  worker: BatchWorker,
  items: readonly Item[],
  before: Counts,
): Promise<Counts> => {
  const apply = worker.prepare(items.map(({ row }) => row));
  try {
    return await deps.store.write(async (tx) => {
      const outcomes = await apply(await ingestOf(deps, tx));
      const { counts, rejects } = tally(before, items, outcomes);
      await advanceJournal(tx, file, before, counts, rejects);
      return counts;
    });
  } catch (error) {
    throw error instanceof RowOvertaken ? stuck(error) : error;
  }
};

const tryBatch = async (
  deps: IngestDeps,
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

/**
 * Imports a CSV text. Every row ends as created, updated, known or rejected; each batch and the note of how
 * far it went are one transaction, so that a killed import goes on without losing or doubling a row.
 */
export async function* runImport(
  deps: IngestDeps,
  text: AsyncIterable<string>,
  options: ImportOptions,
): AsyncGenerator<ImportNews> {
  const file: FileKey = { hash: options.hash, kind: options.kind };
  const done = options.dryRun ? noCounts() : await openJournal(deps.store, file);
  const started = deps.now();
  let counts = done;
  let worker: BatchWorker | undefined;
  let rowNumber = 0;
  let shown = 0;
  for await (const batch of inBatches(readRows(text))) {
    let rows = batch;
    if (!worker) {
      const names = rows[0]?.cells ?? [];
      const settings = { now: started, dates: options.dates, type: options.type, dryRun: options.dryRun };
      worker = options.kind === 'customers' ? customerWorker(names, settings) : eventWorker(names, settings);
      if (!options.dryRun)
        await auditOperator(deps.store, started, { action: 'import-started', detail: { kind: file.kind } });
      yield { news: 'header', names: [...names], unused: worker.unused, resumedAt: counts.rows };
      rows = rows.slice(1);
    }
    const before = rowNumber;
    rowNumber += rows.length;
    const numbered = rows.map((row, index): Item => ({ row, rowNumber: before + index + 1 }));
    const skipped = numbered.filter((item) => item.rowNumber <= done.rows);
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
    await refoldAllMarked(deps, `${options.hash}\n${started}`);
    for await (const reject of readRejects(deps.store, file)) yield { news: 'reject', reject };
    const finishedAt = deps.now();
    await closeJournal(deps.store, file, finishedAt);
    const { created, updated, rejected } = counts;
    await auditOperator(deps.store, finishedAt, {
      action: 'import-finished',
      detail: { kind: file.kind, created, updated, rejected },
    });
  }
  yield { news: 'done', counts, dryRun: options.dryRun, shared: worker.shared() };
}
