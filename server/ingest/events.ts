import { TIMELINE_SIZE, type TimelineEntry } from '#lib/contract/customer.ts';
import { SukiEvent } from '#lib/contract/events.ts';
import { LIMITS } from '#lib/contract/sync.ts';
import type { EventRow } from '../store/schema.ts';
import { takeNumber } from '../store/workspace.ts';
import { chunks, type Ingest } from './context.ts';
import { type CustomerState, holdCustomers, saveCustomers } from './customers.ts';
import { foldInto, refoldAll, stageChangeOf } from './lifecycle.ts';

const ROWS_PER_STATEMENT = 250;

const toRow = (event: SukiEvent, memberId: string | null, now: number): EventRow => ({
  source: event.source,
  id: event.id,
  customer_id: event.subject,
  type: event.type,
  at: event.at,
  by_name: event.by ?? null,
  data: JSON.stringify(event.data),
  member_id: memberId,
  received_at: now,
});

/** A stored event as it came in. Parsed again, because a union can only be rebuilt by checking it. */
export const fromRow = (row: EventRow): SukiEvent =>
  SukiEvent.parse({
    source: row.source,
    id: row.id,
    subject: row.customer_id,
    type: row.type,
    at: row.at,
    ...(row.by_name === null ? {} : { by: row.by_name }),
    data: JSON.parse(row.data),
  });

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

/** Stores what is new. @returns the new ones; one that came before, with this source and id, is left out */
const insertEvents = async (
  ingest: Ingest,
  events: readonly SukiEvent[],
  memberId: string | null,
): Promise<SukiEvent[]> => {
  const unique = new Map(events.map((event) => [eventKey(event), event]));
  const fresh: SukiEvent[] = [];
  for (const some of chunks([...unique.values()], ROWS_PER_STATEMENT)) {
    const rows = await ingest.tx
      .insertInto('events')
      .values(some.map((event) => toRow(event, memberId, ingest.now)))
      .onConflict((c) => c.doNothing())
      .returning(['source', 'id'])
      .execute();
    const inserted = new Set(rows.map(eventKey));
    fresh.push(...some.filter((event) => inserted.has(eventKey(event))));
  }
  return fresh;
};

const addTo = (state: CustomerState, events: readonly SukiEvent[]): void => {
  foldInto(state, events);
  state.events += events.length;
  state.timeline = [...state.timeline, ...events.map(toEntry)].sort(newestFirst).slice(0, TIMELINE_SIZE);
};

/** If the rules now put customers in another stage than the history says, says so in the history. */
const recordStages = async (
  ingest: Ingest,
  states: Iterable<CustomerState>,
  cause: string,
): Promise<CustomerState[]> => {
  const changes = new Map<string, { state: CustomerState; event: SukiEvent }>();
  for (const state of states) {
    const event = stageChangeOf(state, ingest, cause);
    if (event) changes.set(event.id, { state, event });
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
    seq = await takeNumber(ingest.tx);
    await saveCustomers(ingest, some, seq);
  }
  return seq;
};

const bySubject = (events: readonly SukiEvent[]): Map<string, SukiEvent[]> =>
  Map.groupBy(events, (event) => event.subject);

export type ApplyOptions = {
  /** Who recorded them by hand; null for imports and samples. */
  memberId: string | null;
  /** What brings stage changes about; null in a bulk load, which looks at the stages once, at its end. */
  cause: string | null;
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
 * The one way in for events: stores each once by source and id, folds the new ones into their customers, and
 * gives these a new number. Events are validated before they come here.
 */
export const applyEvents = async (
  ingest: Ingest,
  events: readonly SukiEvent[],
  options: ApplyOptions,
): Promise<Applied> => {
  const states = await holdCustomers(
    ingest,
    events.map((event) => event.subject),
  );
  const unknown = new Set(events.map((event) => event.subject).filter((subject) => !states.has(subject)));
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
  if (options.cause !== null) await recordStages(ingest, changed, options.cause);
  return { fresh, seq: await numberAndSave(ingest, changed), unknown };
};

/** Makes a held customer's facts and timeline anew from all their stored events. */
export const refold = async (ingest: Ingest, state: CustomerState, cause: string): Promise<void> => {
  const rows = await ingest.tx.selectFrom('events').selectAll().where('customer_id', '=', state.id).execute();
  const events = rows.map(fromRow);
  state.facts = refoldAll(events);
  state.events = events.length;
  state.timeline = events.map(toEntry).sort(newestFirst).slice(0, TIMELINE_SIZE);
  await recordStages(ingest, [state], cause);
};

/**
 * Looks at the stages of customers after a bulk load, and writes those that the history does not say yet.
 * @returns how many changed
 */
export const settleStages = async (
  ingest: Ingest,
  ids: readonly string[],
  cause: string,
): Promise<number> => {
  const states = await holdCustomers(ingest, ids);
  const changed = await recordStages(ingest, states.values(), cause);
  if (changed.length > 0) await numberAndSave(ingest, changed);
  return changed.length;
};
