import { type CustomerRecord, TIMELINE_SIZE, type TimelineEntry } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Assignment, Mutation } from '#lib/contract/mutations.ts';
import { atLeast } from '#lib/contract/sync.ts';
import { emptyFacts, fold, withoutEvent } from '#lib/lifecycle/fold.ts';
import type { OutboxRow } from './outbox-db.ts';

export type Shown = { record: CustomerRecord | null; pending: Set<string> };

/** Still to be laid over the cache: not settled, or settled by a number that the cache has not reached. */
export const isInOverlay = (row: OutboxRow, cursor: string | null): boolean =>
  row.state === 'queued' || (row.state === 'acked' && (cursor === null || !atLeast(cursor, row.seq)));

const toEntry = (event: SukiEvent): TimelineEntry => ({
  id: event.id,
  type: event.type,
  at: event.at,
  ...(event.by !== undefined && { by: event.by }),
  data: event.data,
});

const newestFirst = (a: TimelineEntry, b: TimelineEntry) => b.at - a.at || (a.id < b.id ? 1 : -1);

const withEvent = (record: CustomerRecord, event: SukiEvent): CustomerRecord =>
  record.timeline.some((entry) => entry.id === event.id)
    ? record
    : {
        ...record,
        facts: fold(record.facts, event),
        timeline: [...record.timeline, toEntry(event)].sort(newestFirst).slice(0, TIMELINE_SIZE),
        events: record.events + 1,
      };

const withoutTimelineEvent = (record: CustomerRecord, id: string): CustomerRecord => {
  const entry = record.timeline.find((e) => e.id === id);
  if (!entry) return record;
  return {
    ...record,
    facts: withoutEvent(record.facts, id, entry.type, entry.data),
    timeline: record.timeline.filter((e) => e !== entry),
    events: record.events - 1,
  };
};

/** As the server merges them: what the rep says of one tag is the last word on it. */
const withTags = (
  record: CustomerRecord,
  add: readonly string[],
  remove: readonly string[],
): CustomerRecord => {
  const { tags: before = [], ...rest } = record.profile;
  const tags = [...new Set([...before.filter((tag) => !remove.includes(tag)), ...add])];
  return { ...record, profile: tags.length > 0 ? { ...rest, tags } : rest };
};

const withAssignment = (record: CustomerRecord, { owner, team }: Assignment): CustomerRecord => {
  const { owner: _, team: __, ...rest } = record.profile;
  return {
    ...record,
    profile: { ...rest, ...(owner !== null && { owner }), ...(team !== null && { team }) },
  };
};

/** A mutation as the outbox keeps it: its running number stands beside it. */
export type Unnumbered = Mutation extends infer M ? (M extends Mutation ? Omit<M, 'mid'> : never) : never;

const apply = (record: CustomerRecord | null, mutation: Unnumbered): CustomerRecord | null => {
  switch (mutation.name) {
    case 'customer.create':
      return (
        record ?? {
          id: mutation.args.customer,
          profile: mutation.args.profile,
          facts: emptyFacts(),
          timeline: [],
          events: 0,
        }
      );
    case 'event.record':
      return record && withEvent(record, mutation.args.event);
    case 'event.undo':
      return record && withoutTimelineEvent(record, mutation.args.event);
    case 'customer.tags':
      return record && withTags(record, mutation.args.add, mutation.args.remove);
    case 'customer.assign':
      return record && withAssignment(record, mutation.args.to);
  }
};

/** True when the server's record of this customer was written with or after what settled this mutation. */
const isInRecord = (row: OutboxRow, cached: CustomerRecord | null): boolean =>
  row.state === 'acked' && cached?.seq !== undefined && atLeast(cached.seq, row.seq);

/** What the rep sees of one customer: the cached record with their own unsettled changes on it. */
export const overlay = (cached: CustomerRecord | null, rows: OutboxRow[], cursor: string | null): Shown => {
  const pending = new Set<string>();
  let record = cached;
  const waiting = rows.filter((row) => isInOverlay(row, cursor) && !isInRecord(row, cached));
  for (const row of waiting.sort((a, b) => a.mid - b.mid)) {
    // Our own database, written by `enqueue` with typed arguments.
    record = apply(record, JSON.parse(row.body) as Unnumbered);
    if (row.state === 'queued') pending.add(row.id);
  }
  return { record, pending };
};
