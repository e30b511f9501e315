import type { CustomerRecord, Profile, TimelineEntry } from '#lib/contract/customer.ts';
import type { Facts } from '#lib/contract/facts.ts';
import type { CustomerRow } from '../store/schema.ts';
import { chunks, type Ingest, locking } from './context.ts';

/** A customer in memory while a transaction changes them. */
export type CustomerState = {
  id: string;
  seq: number;
  profile: Profile;
  facts: Facts;
  timeline: TimelineEntry[];
  events: number;
};

/** Our own JSON, written by `toRow` from values that were validated when they came in. */
const own = <T>(text: string): T => JSON.parse(text);

export const fromRow = (row: Omit<CustomerRow, 'gone' | 'fold_version'>): CustomerState => ({
  id: row.id,
  seq: row.seq,
  profile: own<Profile>(row.profile),
  facts: own<Facts>(row.facts),
  timeline: own<TimelineEntry[]>(row.timeline),
  events: row.events,
});

export const toRecord = (row: Omit<CustomerRow, 'gone' | 'fold_version'>): CustomerRecord => ({
  ...fromRow(row),
  seq: String(row.seq),
});

const toRow = (state: CustomerState, seq: number): CustomerRow => ({
  id: state.id,
  seq,
  profile: JSON.stringify(state.profile),
  facts: JSON.stringify(state.facts),
  timeline: JSON.stringify(state.timeline),
  events: state.events,
  fold_version: state.facts.v,
  gone: 0,
});

const IDS_PER_STATEMENT = 500;

/** Reads and holds customers, in id order so that two writers cannot hold each other's. Missing ones are left out. */
export const holdCustomers = async (
  ingest: Ingest,
  ids: Iterable<string>,
): Promise<Map<string, CustomerState>> => {
  const states = new Map<string, CustomerState>();
  for (const some of chunks([...new Set(ids)].sort(), IDS_PER_STATEMENT)) {
    const query = ingest.tx
      .selectFrom('customers')
      .selectAll()
      .where('id', 'in', some)
      .where('gone', '=', 0)
      .orderBy('id');
    for (const row of await locking(ingest.kind, query).execute()) states.set(row.id, fromRow(row));
  }
  return states;
};

const ROWS_PER_STATEMENT = 250;

/** Adds customers and their addresses. @returns the ids and addresses that somebody else has already */
export const insertCustomers = async (
  ingest: Ingest,
  states: readonly CustomerState[],
  seq: number,
): Promise<{ takenIds: string[]; takenAddresses: string[] }> => {
  const newIds = new Set<string>();
  for (const some of chunks(states, ROWS_PER_STATEMENT)) {
    const rows = await ingest.tx
      .insertInto('customers')
      .values(some.map((state) => toRow(state, seq)))
      .onConflict((c) => c.doNothing())
      .returning('id')
      .execute();
    for (const row of rows) newIds.add(row.id);
  }
  const takenIds = states.filter((state) => !newIds.has(state.id)).map((state) => state.id);
  const addresses = states.flatMap((state) =>
    newIds.has(state.id)
      ? state.profile.addresses.map((address) => ({ address, customer_id: state.id }))
      : [],
  );
  return { takenIds, takenAddresses: await insertAddresses(ingest, addresses) };
};

/** @returns those that belong to somebody already */
export const insertAddresses = async (
  ingest: Ingest,
  rows: readonly { address: string; customer_id: string }[],
): Promise<string[]> => {
  const taken: string[] = [];
  for (const some of chunks(rows, ROWS_PER_STATEMENT)) {
    const inserted = await ingest.tx
      .insertInto('addresses')
      .values(some)
      .onConflict((c) => c.doNothing())
      .returning('address')
      .execute();
    const now = new Set(inserted.map((row) => row.address));
    taken.push(...some.filter((row) => !now.has(row.address)).map((row) => row.address));
  }
  return taken;
};

/** Writes back customers that `holdCustomers` holds. */
export const saveCustomers = async (
  ingest: Ingest,
  states: readonly CustomerState[],
  seq: number,
): Promise<void> => {
  for (const some of chunks(states, ROWS_PER_STATEMENT)) {
    await ingest.tx
      .insertInto('customers')
      .values(some.map((state) => toRow(state, seq)))
      .onConflict((c) =>
        c.column('id').doUpdateSet((set) => ({
          seq: set.ref('excluded.seq'),
          profile: set.ref('excluded.profile'),
          facts: set.ref('excluded.facts'),
          timeline: set.ref('excluded.timeline'),
          events: set.ref('excluded.events'),
          fold_version: set.ref('excluded.fold_version'),
        })),
      )
      .execute();
  }
};
