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
import { createOrders } from './shared-orders.ts';
import type { DateOrder } from './values.ts';

/** Rows of one order, as an export of order lines has them. `order`: the first such one, as an example. */
export type Shared = { rows: number; order: string | null };

/** What the two kinds of import do differently. */
export type BatchWorker = {
  unused: string[];
  /** Reads rows, and gives what writes them: one outcome for each. That may run twice, if its transaction does. */
  prepare: (rows: readonly Row[]) => (ingest: Ingest) => Promise<Outcome[]>;
  /** Among the rows that were prepared so far. */
  shared: () => Shared;
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
  shared: () => Shared = () => ({ rows: 0, order: null }),
): BatchWorker => ({
  unused,
  shared,
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
    (row) => misfit(columns, row.cells, row.broken) ?? readCustomerRow(columns, row, settings),
    (ingest, rows) => applyCustomers(ingest, rows, overlay),
  );
};

export const eventWorker = (names: readonly string[], settings: WorkerSettings): BatchWorker => {
  const columns = readEventHeader(names, settings);
  const rowId = createRowIds();
  const orders = createOrders();
  const book: AddressBook = new Map();
  /** In a dry run, ids of the batches before, which were not stored. */
  const dryIds = settings.dryRun ? new Set<string>() : null;
  return worker<EventRow>(
    columns.unused,
    ({ cells, broken }) => {
      const row = misfit(columns, cells, broken) ?? readEventRow(columns, cells, settings, rowId);
      if (!isFault(row)) orders.look(row);
      return row;
    },
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
    orders.shared,
  );
};
