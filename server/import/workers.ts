import type { EventType } from '#lib/contract/events.ts';
import type { Ingest } from '../ingest/context.ts';
import { applyCustomers, createOverlay, type Outcome } from './apply-customers.ts';
import { type AddressBook, applyEventRows } from './apply-events.ts';
import { type CustomerRow, readCustomerHeader, readCustomerRow } from './customer-rows.ts';
import { type EventRow, readEventHeader, readEventRow } from './event-rows.ts';
import { misfit } from './header.ts';
import { createRowIds } from './identity.ts';
import { type Fault, isFault } from './problem.ts';
import type { Row } from './rows.ts';
import type { DateOrder } from './values.ts';

/** What the two kinds of import do differently. */
export type BatchWorker = {
  unused: string[];
  /** Reads rows, and gives what writes them: one outcome for each. That may run twice, if its transaction does. */
  prepare: (rows: readonly Row[]) => (ingest: Ingest) => Promise<Outcome[]>;
};

export type WorkerSettings = {
  now: number;
  dates: DateOrder | undefined;
  type: EventType | undefined;
  dryRun: boolean;
};

/** Keeps the rows that cannot be read out of the writing, and puts all outcomes back into file order. */
const worker = <T extends object>(
  unused: string[],
  read: (row: Row) => T | Fault,
  applyGood: (ingest: Ingest, good: readonly T[]) => Promise<Outcome[]>,
): BatchWorker => ({
  unused,
  prepare: (rows) => {
    const drafts = rows.map(read);
    const good = drafts.filter((draft): draft is T => !isFault(draft));
    return async (ingest) => {
      const outcomes = (await applyGood(ingest, good)).values();
      return drafts.map((draft): Outcome => {
        if (isFault(draft)) return draft;
        const { value } = outcomes.next();
        if (value === undefined) throw new Error('a row without an outcome');
        return value;
      });
    };
  },
});

export const customerWorker = (names: readonly string[], settings: WorkerSettings): BatchWorker => {
  const columns = readCustomerHeader(names);
  const overlay = settings.dryRun ? createOverlay() : null;
  return worker<CustomerRow>(
    columns.unused,
    ({ cells, broken }) => misfit(columns, cells, broken) ?? readCustomerRow(columns, cells, settings),
    (ingest, rows) => applyCustomers(ingest, rows, overlay),
  );
};

export const eventWorker = (names: readonly string[], settings: WorkerSettings): BatchWorker => {
  const columns = readEventHeader(names, settings);
  const rowId = createRowIds();
  const book: AddressBook = new Map();
  /** In a dry run, ids of the batches before, which were not stored. */
  const dryIds = settings.dryRun ? new Set<string>() : null;
  return worker<EventRow>(
    columns.unused,
    ({ cells, broken }) => misfit(columns, cells, broken) ?? readEventRow(columns, cells, settings, rowId),
    async (ingest, rows) => {
      const outcomes = await applyEventRows(ingest, rows, book);
      if (!dryIds) return outcomes;
      return outcomes.map((outcome, index) => {
        const id = rows[index]?.event.id ?? '';
        if (outcome === 'created' && dryIds.has(id)) return 'known';
        if (outcome === 'created') dryIds.add(id);
        return outcome;
      });
    },
  );
};
