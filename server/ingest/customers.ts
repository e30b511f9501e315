import { sql } from 'kysely';
import type { Profile, TimelineEntry } from '#lib/contract/customer.ts';
import type { Facts } from '#lib/contract/facts.ts';
import { hashRows, readFilters } from '../filter.ts';
import { among } from '../store/among.ts';
import { insertMany } from '../store/bulk.ts';
import type { CustomerRow } from '../store/schema.ts';
import { type Ingest, locking } from './context.ts';
import { foldVersion, noFacts } from './lifecycle.ts';
import { type Sight, sees } from './sight.ts';

/** A customer in memory while a transaction changes them. */
export type CustomerState = {
  id: string;
  seq: number;
  profile: Profile;
  facts: Facts;
  timeline: TimelineEntry[];
  events: number;
  /** Since when, or from when, they need something. */
  due: number | null;
  /** In whose scopes they are on file, and the number that put them there. */
  placed: { owner: string | null; team: string | null; seq: number } | null;
};

/** Somebody of whom nothing has happened yet. */
export const newCustomer = (id: string, profile: Profile): CustomerState => ({
  id,
  seq: 0,
  profile,
  facts: noFacts(),
  timeline: [],
  events: 0,
  due: null,
  placed: null,
});

/** Our own JSON, written by `toRow` from values that were validated when they came in. */
const own = <T>(text: string): T => JSON.parse(text);

/** Of no version: what has these facts is folded anew from its events before anything is added. */
const UNREADABLE = 0;

/** What was made from the events. Damaged it is as if another version had made it: the events are what counts. */
const foldedIn = (
  row: Pick<CustomerRow, 'facts' | 'timeline'>,
): Pick<CustomerState, 'facts' | 'timeline'> => {
  try {
    return { facts: own<Facts>(row.facts), timeline: own<TimelineEntry[]>(row.timeline) };
  } catch {
    return { facts: { ...noFacts(), v: UNREADABLE }, timeline: [] };
  }
};

const fromRow = (row: Pick<CustomerRow, (typeof COLUMNS)[number]>): CustomerState => ({
  id: row.id,
  seq: row.seq,
  profile: own<Profile>(row.profile),
  ...foldedIn(row),
  events: row.events,
  due: row.due,
  placed: { owner: row.owner, team: row.team, seq: row.scope_seq },
});

const COLUMNS = [
  'id',
  'seq',
  'profile',
  'facts',
  'timeline',
  'events',
  'fold_version',
  'gone',
  'owner',
  'team',
  'scope_seq',
  'due',
] as const;

const NO_FACTS = JSON.stringify(noFacts());

/** Nearly all customers of an import are without events yet, and their facts are the same text. */
const factsText = ({ facts, events }: CustomerState): string =>
  events === 0 && facts.totals.all === undefined && facts.v === foldVersion
    ? NO_FACTS
    : JSON.stringify(facts);

const toRow = (state: CustomerState, seq: number) => {
  const { profile, placed } = state;
  const { owner = null, team = null } = profile;
  const isThere = placed?.owner === owner && placed.team === team;
  return [
    state.id,
    seq,
    JSON.stringify(profile),
    factsText(state),
    state.timeline.length === 0 ? '[]' : JSON.stringify(state.timeline),
    state.events,
    state.facts.v,
    0,
    owner,
    team,
    // Nobody has held somebody who is new, so that nobody has to be told.
    placed === null ? 0 : isThere ? placed.seq : seq,
    state.due,
  ];
};

export type Held = {
  states: Map<string, CustomerState>;
  /** Ids of customers that were deleted. */
  gone: Set<string>;
};

/** Reads and holds customers, in id order so that two writers cannot hold each other's. Missing ones are left out. */
export const holdWithGone = async (ingest: Ingest, ids: Iterable<string>): Promise<Held> => {
  const held: Held = { states: new Map(), gone: new Set() };
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return held;
  const query = ingest.tx
    .selectFrom('customers')
    .select(COLUMNS)
    .where(among(ingest.kind, 'id', wanted))
    .orderBy('id');
  for (const row of await locking(ingest.kind, query).execute()) {
    if (row.gone === 0) held.states.set(row.id, fromRow(row));
    else held.gone.add(row.id);
  }
  return held;
};

/** As `holdWithGone`, for who has no use for those that were deleted. */
export const holdCustomers = async (
  ingest: Ingest,
  ids: Iterable<string>,
): Promise<Map<string, CustomerState>> => (await holdWithGone(ingest, ids)).states;

/** [S74] As `holdCustomers`, for a member: those who are out of sight are missing too. */
export const holdInSight = async (
  ingest: Ingest,
  ids: Iterable<string>,
  sight: Sight,
): Promise<Map<string, CustomerState>> => {
  const states = await holdCustomers(ingest, ids);
  for (const [id, { profile }] of states) if (!sees(sight, profile)) states.delete(id);
  return states;
};

/** Adds customers and their addresses. @returns the ids and addresses that somebody else has already */
export const insertCustomers = async (
  ingest: Ingest,
  states: readonly CustomerState[],
  seq: number,
): Promise<{ takenIds: string[]; takenAddresses: string[] }> => {
  const rows = states.map((state) => toRow(state, seq));
  const inserted = await insertMany(ingest, 'customers', COLUMNS, rows, 'ignore', ['id']);
  const newIds = new Set(inserted.map((row) => row.id));
  const takenIds = states.filter((state) => !newIds.has(state.id)).map((state) => state.id);
  const addresses = states.flatMap((state) =>
    newIds.has(state.id)
      ? state.profile.addresses.map((address) => ({ address, customer_id: state.id }))
      : [],
  );
  return { takenIds, takenAddresses: await insertAddresses(ingest, addresses, seq) };
};

const HASH_COLUMNS = ['hash', 'version', 'customer_id', 'seq'] as const;

/** While there is a filter of known customers, whoever is new is found by it too. */
const insertHashes = async (
  ingest: Ingest,
  addresses: readonly { address: string; customer_id: string }[],
  seq: number,
): Promise<void> => {
  const hashes = hashRows(await readFilters(ingest.tx), addresses, seq);
  if (hashes.length === 0) return;
  const rows = hashes.map(({ hash, version, customer_id }) => [hash, version, customer_id, seq]);
  await insertMany(ingest, 'known_hashes', HASH_COLUMNS, rows, 'ignore', []);
};

/**
 * Gives customers their addresses, in the transaction of number `seq`.
 * @returns those that belong to somebody already: who gets any has to take all back
 */
export const insertAddresses = async (
  ingest: Ingest,
  addresses: readonly { address: string; customer_id: string }[],
  seq: number,
): Promise<string[]> => {
  if (addresses.length === 0) return [];
  const rows = addresses.map(({ address, customer_id }) => [address, customer_id]);
  const inserted = await insertMany(ingest, 'addresses', ['address', 'customer_id'], rows, 'ignore', [
    'address',
  ]);
  if (inserted.length < addresses.length) {
    const now = new Set(inserted.map((row) => row.address));
    return addresses.filter(({ address }) => !now.has(address)).map(({ address }) => address);
  }
  await insertHashes(ingest, addresses, seq);
  return [];
};

/** Writes back customers that `holdCustomers` holds. */
export const saveCustomers = async (
  ingest: Ingest,
  states: readonly CustomerState[],
  seq: number,
): Promise<void> => {
  const rows = states.map((state) => toRow(state, seq));
  const update = COLUMNS.filter((column) => column !== 'id' && column !== 'gone');
  await insertMany(ingest, 'customers', COLUMNS, rows, { key: 'id', update }, []);
};

/** Holds customers without reading them. @returns which of the ids are no customers */
export const holdIds = async ({ tx, kind }: Ingest, ids: ReadonlySet<string>): Promise<Set<string>> => {
  if (kind === 'sqlite') {
    // Held anyway. Nearly all ids are customers, and to hand those over would take longer than to find them.
    const missing = await sql<{ id: string }>`
      select value as id from json_each(${JSON.stringify([...ids])})
      where not exists (select 1 from customers where customers.id = value and gone = 0)
    `.execute(tx);
    return new Set(missing.rows.map((row) => row.id));
  }
  const held = await tx
    .selectFrom('customers')
    .select('id')
    .where(among(kind, 'id', [...ids]))
    .where('gone', '=', 0)
    .orderBy('id')
    .forUpdate()
    .execute();
  return ids.difference(new Set(held.map((row) => row.id)));
};
