import { TIMELINE_SIZE, type TimelineEntry } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { LIMITS } from '#lib/contract/sync.ts';
import { among, selectOf } from '../store/among.ts';
import { insertMany } from '../store/bulk.ts';
import type { EventRow } from '../store/schema.ts';
import { chunks, type Ingest, numberChange } from './context.ts';
import { type CustomerState, holdCustomers, holdIds, holdInSight, saveCustomers } from './customers.ts';
import { answerOf, foldInto, foldVersion, lookAt, refoldAll } from './lifecycle.ts';
import { countAnswers, publishOutcomes } from './outcomes.ts';
import type { Sight } from './sight.ts';

const COLUMNS = [
  'source',
  'id',
  'customer_id',
  'type',
  'at',
  'by_name',
  'data',
  'member_id',
  'received_at',
] as const;

/** What of a row the event is made of again. */
const STORED = ['source', 'id', 'customer_id', 'type', 'at', 'by_name', 'data'] as const;

const toRow = (event: SukiEvent, memberId: string | null, now: number) => [
  event.source,
  event.id,
  event.subject,
  event.type,
  event.at,
  event.by ?? null,
  JSON.stringify(event.data),
  memberId,
  now,
];

/** A stored event as it came in. It was validated then; to do so at every refold would cost more than the fold. */
export const fromRow = (row: Pick<EventRow, (typeof STORED)[number]>): SukiEvent => {
  const event: unknown = {
    source: row.source,
    id: row.id,
    subject: row.customer_id,
    type: row.type,
    at: row.at,
    ...(row.by_name === null ? {} : { by: row.by_name }),
    data: row.data === '{}' ? {} : JSON.parse(row.data),
  };
  return event as SukiEvent;
};

export const toEntry = (event: SukiEvent): TimelineEntry => ({
  id: event.id,
  type: event.type,
  at: event.at,
  ...(event.by === undefined ? {} : { by: event.by }),
  data: event.data,
});

/** Newest first; ties by id, so that every order of arrival gives the same list. */
export const newestFirst = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

const eventKey = (event: { source: string; id: string }): string => `${event.source}\n${event.id}`;

/**
 * Stores what is new.
 * @returns the new ones of the given; of those with one source and id the first, unless it came before
 */
const insertEvents = async (
  ingest: Ingest,
  events: readonly SukiEvent[],
  memberId: string | null,
): Promise<SukiEvent[]> => {
  const unique = new Map<string, SukiEvent>();
  for (const event of events) {
    const key = eventKey(event);
    if (!unique.has(key)) unique.set(key, event);
  }
  const rows = [...unique.values()].map((event) => toRow(event, memberId, ingest.now));
  const inserted = await insertMany(ingest, 'events', COLUMNS, rows, 'ignore', ['source', 'id']);
  if (inserted.length === unique.size) return [...unique.values()];
  const fresh = new Set(inserted.map(eventKey));
  return [...unique].flatMap(([key, event]) => (fresh.has(key) ? event : []));
};

const addTo = (state: CustomerState, events: readonly SukiEvent[]): void => {
  foldInto(state, events);
  state.events += events.length;
  state.timeline = [...state.timeline, ...events.map(toEntry)].sort(newestFirst).slice(0, TIMELINE_SIZE);
};

/** Notes when customers need something. If the rules now put them in another stage than the history says, says so in it. */
const recordStages = async (
  ingest: Ingest,
  states: Iterable<CustomerState>,
  cause: string,
): Promise<CustomerState[]> => {
  const { playbook, now } = ingest;
  if (!playbook) return [];
  const changes = new Map<string, { state: CustomerState; event: SukiEvent }>();
  for (const state of states) {
    const { change, due } = lookAt(state, playbook, { now, cause });
    state.due = due;
    if (change) changes.set(change.id, { state, event: change });
  }
  const fresh = await insertEvents(
    ingest,
    [...changes.values()].map(({ event }) => event),
    null,
  );
  return fresh.flatMap((event) => {
    const state = changes.get(event.id)?.state;
    if (!state) return [];
    addTo(state, [event]);
    return [state];
  });
};

/**
 * Gives held customers their new number and writes them. Many at once get several numbers, so that no page of
 * a pull has to carry more than a device applies at a time.
 * @returns the last number
 */
const numberAndSave = async (ingest: Ingest, states: readonly CustomerState[]): Promise<number> => {
  let seq = 0;
  for (const some of chunks(states, LIMITS.applyRows)) {
    seq = await numberChange(ingest);
    await saveCustomers(ingest, some, seq);
  }
  return seq;
};

const bySubject = (events: readonly SukiEvent[]): Map<string, SukiEvent[]> =>
  Map.groupBy(events, (event) => event.subject);

export type ApplyOptions = {
  /** Who recorded them by hand. */
  memberId: string;
  /** The mutation that brings stage changes about. */
  cause: string;
  /** Customers out of it do not exist. */
  sight: Sight;
};
export type Applied = {
  /** Events that were new. */
  fresh: SukiEvent[];
  /** The number under which they show; null when none was new. */
  seq: number | null;
  /** Subjects that are no customers here. Their events were not stored. */
  unknown: Set<string>;
};

/**
 * The way in for the few events of a mutation: stores each once by source and id, folds the new ones into their customers, and
 * gives these a new number. Events are validated before they come here.
 */
export const applyEvents = async (
  ingest: Ingest,
  events: readonly SukiEvent[],
  options: ApplyOptions,
): Promise<Applied> => {
  const states = await holdInSight(
    ingest,
    events.map((event) => event.subject),
    options.sight,
  );
  const unknown = new Set(events.map((event) => event.subject).filter((subject) => !states.has(subject)));
  await bringUpToDate(ingest, states.values());
  const fresh = await insertEvents(
    ingest,
    events.filter((event) => states.has(event.subject)),
    options.memberId,
  );
  if (fresh.length === 0) return { fresh, seq: null, unknown };
  const changed: CustomerState[] = [];
  for (const [subject, own] of bySubject(fresh)) {
    const state = states.get(subject);
    if (!state) continue;
    addTo(state, own);
    changed.push(state);
  }
  const answered = changed.filter((state) => fresh.some((own) => own.subject === state.id && answerOf(own)));
  const known = await allEventsOf(
    ingest,
    answered.map((state) => state.id),
  );
  const isCounted = await countAnswers(ingest, answered, bySubject(known));
  await recordStages(ingest, changed, options.cause);
  const seq = await numberAndSave(ingest, changed);
  if (isCounted) await publishOutcomes(ingest.tx, seq);
  return { fresh, seq, unknown };
};

/**
 * Reads customers anew to whom nothing happened: some stages change by time alone.
 * @returns how many changed
 */
export const restage = async (ingest: Ingest, ids: readonly string[], cause: string): Promise<number> => {
  const states = await holdCustomers(ingest, ids);
  await bringUpToDate(ingest, states.values());
  const changed = await recordStages(ingest, states.values(), cause);
  if (changed.length > 0) await numberAndSave(ingest, changed);
  return changed.length;
};

const refoldFrom = (state: CustomerState, events: readonly SukiEvent[]): void => {
  state.facts = refoldAll(events);
  state.events = events.length;
  state.timeline = events.toSorted(newestFirst).slice(0, TIMELINE_SIZE).map(toEntry);
};

const allEventsOf = async (ingest: Ingest, ids: readonly string[]): Promise<SukiEvent[]> => {
  if (ids.length === 0) return [];
  const rows = await ingest.tx
    .selectFrom('events')
    .select(STORED)
    .where(among(ingest.kind, 'customer_id', ids))
    .execute();
  return rows.map(fromRow);
};

/** After an update facts of another version are on file until all are folded anew; nothing can be added to those. */
export const bringUpToDate = async (ingest: Ingest, states: Iterable<CustomerState>): Promise<void> => {
  const outdated = [...states].filter(({ facts }) => facts.v !== foldVersion);
  const events = bySubject(
    await allEventsOf(
      ingest,
      outdated.map((state) => state.id),
    ),
  );
  for (const state of outdated) refoldFrom(state, events.get(state.id) ?? []);
};

/** Makes a held customer's facts and timeline anew from all their stored events. */
export const refold = async (ingest: Ingest, state: CustomerState, cause: string): Promise<void> => {
  refoldFrom(state, await allEventsOf(ingest, [state.id]));
  await recordStages(ingest, [state], cause);
};

/**
 * The way in for many events: stores each once by source and id, and marks its customer as to be folded anew.
 * Until `refoldMarked` has run they are on file, but in nobody's facts; the mark is in the same transaction,
 * so none is forgotten.
 */
export const storeEvents = async (
  ingest: Ingest,
  events: readonly SukiEvent[],
): Promise<{ fresh: SukiEvent[]; unknown: Set<string> }> => {
  const subjects = new Set(events.map((event) => event.subject));
  // Held, so that a refold that does not see these events cannot take the mark away.
  const unknown = await holdIds(ingest, subjects);
  const fresh = await insertEvents(
    ingest,
    unknown.size === 0 ? events : events.filter((event) => !unknown.has(event.subject)),
    null,
  );
  const marks = [...new Set(fresh.map((event) => event.subject))];
  await ingest.tx
    .insertInto('refolds')
    .columns(['customer_id'])
    .expression(selectOf(ingest.kind, marks))
    .onConflict((c) => c.doNothing())
    .execute();
  return { fresh, unknown };
};

/** Up to `most` customers who are marked as to be folded anew, but for some. */
export const markedCustomers = async (
  { tx, kind }: Pick<Ingest, 'tx' | 'kind'>,
  most: number,
  but: readonly string[] = [],
): Promise<string[]> => {
  const marked = tx.selectFrom('refolds').select('customer_id').limit(most);
  const query = but.length === 0 ? marked : marked.where((e) => e.not(among(kind, 'customer_id', but)));
  return (await query.execute()).map((row) => row.customer_id);
};

/** Folds marked customers anew and takes their marks away. */
export const refoldMarked = async (ingest: Ingest, ids: readonly string[], cause: string): Promise<void> => {
  const states = await holdCustomers(ingest, ids);
  const events = bySubject(await allEventsOf(ingest, [...states.keys()]));
  for (const state of states.values()) refoldFrom(state, events.get(state.id) ?? []);
  await recordStages(ingest, states.values(), cause);
  await ingest.tx
    .deleteFrom('refolds')
    .where(among(ingest.kind, 'customer_id', ids))
    .execute();
  const isCounted = await countAnswers(ingest, states.values(), events);
  const seq = await numberAndSave(ingest, [...states.values()]);
  if (isCounted) await publishOutcomes(ingest.tx, seq);
};
