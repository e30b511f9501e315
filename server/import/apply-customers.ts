import { LIMITS } from '#lib/contract/sync.ts';
import { chunks, type Ingest } from '../ingest/context.ts';
import {
  type CustomerState,
  holdWithGone,
  insertAddresses,
  insertCustomers,
  newCustomer,
  saveCustomers,
} from '../ingest/customers.ts';
import { among } from '../store/among.ts';
import { Overtaken } from '../store/retry.ts';
import { takeNumber } from '../store/workspace.ts';
import { type CustomerRow, mergeProfile } from './customer-rows.ts';
import { type Fault, fault, isFault } from './problem.ts';

export type Outcome = 'created' | 'updated' | 'known' | Fault;

/** What a dry run remembers of the batches before, since it writes nothing. */
export type Overlay = { owners: Map<string, string>; states: Map<string, CustomerState> };
export const createOverlay = (): Overlay => ({ owners: new Map(), states: new Map() });

/** A row's customer or address was not there when it was looked for, and is when it is to be added. */
export class RowOvertaken extends Overtaken {
  /** Where the row is in the file. */
  readonly line: number;
  /** The id or the address. */
  readonly what: string;
  constructor(rows: readonly CustomerRow[], what: string) {
    super('a customer or an address was added at the same moment');
    const row = rows.find(({ derivedId, profile }) => derivedId === what || profile.addresses.includes(what));
    if (!row) throw new Error('added what no row says');
    this.line = row.line;
    this.what = what;
  }
}

/** Whose the addresses are; those of nobody are left out. */
export const ownersOf = async (
  { tx, kind }: Ingest,
  addresses: readonly string[],
): Promise<Map<string, string>> => {
  if (addresses.length === 0) return new Map();
  const query = tx
    .selectFrom('addresses')
    .selectAll()
    .where(among(kind, 'address', addresses));
  return new Map((await query.execute()).map((row) => [row.address, row.customer_id]));
};

/** Decides row by row, in file order, on customers in memory. */
class Merger {
  readonly created = new Map<string, CustomerState>();
  readonly updated = new Map<string, CustomerState>();
  readonly newAddresses: { address: string; customer_id: string }[] = [];
  readonly #owners: Map<string, string>;
  readonly #states: Map<string, CustomerState>;
  readonly #gone: Set<string>;

  constructor(owners: Map<string, string>, states: Map<string, CustomerState>, gone: Set<string>) {
    this.#owners = owners;
    this.#states = states;
    this.#gone = gone;
  }

  #name(id: string): string {
    return `${this.#states.get(id)?.profile.name ?? 'somebody'} (${id})`;
  }

  /** Whose row this is, or why nobody can say. */
  #target(row: CustomerRow): string | Fault {
    const owners = new Set(row.profile.addresses.flatMap((address) => this.#owners.get(address) ?? []));
    const [owner, other] = owners;
    if (owner === undefined) return row.derivedId;
    if (other !== undefined) {
      return fault(
        `its addresses belong to two customers, ${this.#name(owner)} and ${this.#name(other)}`,
        'Give each address to one of them.',
      );
    }
    if (row.id !== undefined && row.id !== owner) {
      const address = row.profile.addresses.find((candidate) => this.#owners.get(candidate) === owner);
      return fault(
        `${address} belongs to ${this.#name(owner)}, the row says ${row.id}`,
        'Use that id, or another address.',
      );
    }
    return owner;
  }

  add(row: CustomerRow): Outcome {
    const id = this.#target(row);
    if (typeof id === 'object') return id;
    if (this.#gone.has(id))
      return fault(`the customer ${id} was deleted from Suki`, 'Give the row another id.');
    const state = this.#states.get(id);
    if (!state) {
      const created = newCustomer(id, row.profile);
      this.#states.set(id, created);
      this.created.set(id, created);
      for (const address of row.profile.addresses) this.#owners.set(address, id);
      return 'created';
    }
    const merged = mergeProfile(id, state.profile, row);
    if (merged === null) return 'known';
    if (isFault(merged)) return merged;
    // Only of the row's own addresses is it known whether somebody has them.
    const fresh = row.profile.addresses.filter((address) => !this.#owners.has(address));
    if (!this.created.has(id)) {
      this.updated.set(id, state);
      for (const address of fresh) this.newAddresses.push({ address, customer_id: id });
    }
    for (const address of fresh) this.#owners.set(address, id);
    state.profile = merged;
    return 'updated';
  }
}

/** Adds or completes customers. With an overlay it only says what would happen. */
export const applyCustomers = async (
  ingest: Ingest,
  rows: readonly CustomerRow[],
  overlay: Overlay | null,
): Promise<Outcome[]> => {
  const owners = await ownersOf(
    ingest,
    rows.flatMap((row) => row.profile.addresses),
  );
  for (const [address, id] of overlay?.owners ?? []) owners.set(address, id);
  const ids = [...new Set([...rows.map((row) => row.derivedId), ...owners.values()])];
  const { states, gone } = await holdWithGone(ingest, ids);
  for (const [id, state] of overlay?.states ?? []) states.set(id, state);
  const merger = new Merger(owners, states, gone);
  const outcomes = rows.map((row) => merger.add(row));
  if (overlay) {
    overlay.owners = owners;
    overlay.states = states;
    return outcomes;
  }
  for (const some of chunks([...merger.created.values()], LIMITS.applyRows)) {
    const { takenIds, takenAddresses } = await insertCustomers(ingest, some, await takeNumber(ingest.tx));
    const [taken] = [...takenIds, ...takenAddresses];
    if (taken !== undefined) throw new RowOvertaken(rows, taken);
  }
  let seq = 0;
  for (const some of chunks([...merger.updated.values()], LIMITS.applyRows)) {
    seq = await takeNumber(ingest.tx);
    await saveCustomers(ingest, some, seq);
  }
  const [taken] = await insertAddresses(ingest, merger.newAddresses, seq);
  if (taken !== undefined) throw new RowOvertaken(rows, taken);
  return outcomes;
};
