import type { EventData, EventOf, EventType, SukiEvent } from '../contract/events.ts';
import {
  type FactGroup,
  type Facts,
  factGroups,
  type OpenFacts,
  type Stub,
  type Tally,
} from '../contract/facts.ts';
import { BY_HAND, columns, cut, lines } from './groups.ts';
import { mark } from './mark.ts';
import { pay } from './money.ts';
import { keepNewest } from './newest.ts';
import { openFacts, packFacts } from './packed.ts';

/** Raise it when the same events would fold to other facts; stored facts of another version are folded again. */
export const FOLD_VERSION = 3;

const noFacts = (): OpenFacts => ({
  v: FOLD_VERSION,
  tally: {},
  totals: {},
  money: {},
  open: true,
  recent: Object.fromEntries(factGroups.map((group) => [group, []])) as unknown as OpenFacts['recent'],
});

/** Facts of a customer of whom nothing has happened yet. */
export const emptyFacts = (): Facts => packFacts(noFacts());

/**
 * [F1] Adds one event. Returns new facts and leaves the given ones as they are. The order of events does not
 * matter. An event must be added once only: knowing that (source, id) was seen is the caller's part, since
 * facts do not remember every id.
 */
export const fold = (facts: Facts, event: SukiEvent): Facts => foldMore(facts, [event]);

/** [F1] The same for several events; opens the facts once for all of them. */
export const foldMore = (facts: Facts, events: Iterable<SukiEvent>): Facts => {
  const { v, tally, totals, money, open, recent } = openFacts(facts);
  const next: OpenFacts = {
    v,
    tally: { ...tally },
    totals: { ...totals },
    money: copied(money),
    open,
    recent,
  };
  for (const event of events) add(next, event);
  return packFacts(next);
};

const copied = (money: Facts['money']): Facts['money'] => {
  const copy: Facts['money'] = {};
  for (const [currency, purse] of Object.entries(money))
    copy[currency] = { ...purse, months: { ...purse.months } };
  return copy;
};

/** [F1] [F2] Facts from all the events of one customer, in any order; an event given twice counts once. */
export const foldAll = (events: Iterable<SukiEvent>): Facts => {
  const facts = noFacts();
  const seen = new Map<string, Set<string>>();
  for (const event of events) {
    let ids = seen.get(event.source);
    if (!ids) {
      ids = new Set();
      seen.set(event.source, ids);
    }
    if (ids.has(event.id)) continue;
    ids.add(event.id);
    add(facts, event);
  }
  return packFacts(facts);
};

/**
 * [F5] The best local answer to an undo, until the server has folded the customer again. Exact for what the
 * lists hold. It cannot know: what an older event of the same kind said, if a full list had already dropped
 * it; the date before the last one, if no list keeps this kind; the money of an order. Those stay as they were.
 * With the event's `data` a note of ours [F6] is told from a word of theirs; neither leaves a stub.
 */
export const withoutEvent = (
  given: Facts,
  id: string,
  type: EventType,
  data: Record<string, unknown> = {},
): Facts => {
  const facts = openFacts(given);
  const gone = mark(id);
  const isGone = (stub: Stub) => stub.id === gone && stub.type === type;
  let at: number | null = null;
  const recent = { ...facts.recent };
  for (const group of factGroups) {
    const found = recent[group].find(isGone);
    if (!found) continue;
    at = found.at;
    recent[group] = recent[group].filter((stub) => !isGone(stub));
  }
  const tally = { ...facts.tally };
  const before = tally[type];
  if (before) {
    const rest = factGroups.flatMap((group) => recent[group].filter((stub) => stub.type === type));
    const after = less(before, at, rest);
    if (after) tally[type] = after;
    else delete tally[type];
  }
  const totals = { ...facts.totals };
  const words = factGroups.flatMap((group) => recent[group]);
  const word = lines[type].word ?? (type === 'Touchpoint Logged' ? touched(data, at !== null) : undefined);
  for (const key of word ? (['all', word] as const) : (['all'] as const)) {
    const total = totals[key];
    if (!total) continue;
    const after = less(total, at, key === 'all' ? words : words.filter((stub) => wordOf(stub) === key));
    if (after) totals[key] = after;
    else delete totals[key];
  }
  return packFacts({ ...facts, tally, totals, recent });
};

/** Which way a touchpoint went. Where its data does not say: one of ours leaves a stub, one of theirs does not. */
const touched = ({ kind }: Record<string, unknown>, leftStub: boolean): 'in' | 'out' | undefined =>
  isForOurselves(kind) ? undefined : leftStub ? 'out' : 'in';

/** [F6] Notes and tasks are kept for ourselves: nobody spoke to anybody. */
const isForOurselves = (kind: unknown): boolean => kind === 'NOTE' || kind === 'TASK';

const wordOf = ({ type }: Stub): 'in' | 'out' | undefined =>
  type === 'Touchpoint Logged' ? 'out' : lines[type].word;

/** One fewer. If the one taken away was the last, the newest of the `rest` that is still known takes its place. */
const less = (before: Tally, at: number | null, rest: readonly Stub[]): Tally | null => {
  if (before.n <= 1) return null;
  if (at !== before.last || rest.length === 0) return { ...before, n: before.n - 1 };
  const last = rest.reduce((newest, stub) => Math.max(newest, stub.at), before.first);
  return { n: before.n - 1, first: before.first, last };
};

const more = (before: Tally | undefined, at: number): Tally =>
  before
    ? { n: before.n + 1, first: Math.min(before.first, at), last: Math.max(before.last, at) }
    : { n: 1, first: at, last: at };

/** In place, on facts that nobody else holds: they were just opened. */
const add = (facts: OpenFacts, event: SukiEvent): void => {
  const { type, at } = event;
  const line = lines[type];
  facts.totals.all = more(facts.totals.all, at);
  const word = direction(event);
  if (word) facts.totals[word] = more(facts.totals[word], at);
  if (line.tally) facts.tally[type] = more(facts.tally[type], at);
  if (event.type === 'Order Completed' || event.type === 'Order Refunded') pay(facts.money, event);
  for (const [group, stub] of stubs(event)) keepNewest(facts.recent[group], stub, group);
};

const direction = (event: SukiEvent): 'in' | 'out' | undefined => {
  if (event.type !== 'Touchpoint Logged') return lines[event.type].word;
  return isForOurselves(event.data.kind) ? undefined : event.data.direction;
};

/** What a matter is about was said when it began. */
const opens: ReadonlySet<EventType> = new Set([
  'Complaint Raised',
  'Complaint Reopened',
  'Question Asked',
  'Promise Made',
]);

/** Which lists keep this event, and as what. Kinds that are not named here are kept as their line says. */
const stubs = (event: SukiEvent): [FactGroup, Stub][] => {
  const stub = (d: Record<string, unknown>): Stub => ({
    id: mark(event.id),
    type: event.type,
    at: event.at,
    d: scalars(d),
  });
  const { by } = event;
  switch (event.type) {
    case 'Touchpoint Logged':
      return touches(event, stub);
    case 'Email Delivered':
      return [['contacts', stub({ who: 'automation', why: 'news' })]];
    case 'Content Shared':
      return [['contacts', stub({ who: 'rep', why: 'educate', by })]];
    case 'Page Viewed':
      return event.data.page === 'other' ? [] : [['behaviour', stub({ page: event.data.page })]];
    case 'Order Completed': {
      const { order, promisedFor } = event.data;
      const placed: [FactGroup, Stub] = ['orders', stub({})];
      return promisedFor === undefined ? [placed] : [placed, ['deliveries', stub({ order, promisedFor })]];
    }
    case 'Order Updated': {
      const { order, promisedFor } = event.data;
      const told: [FactGroup, Stub] = ['lately', stub({})];
      return promisedFor === undefined ? [told] : [told, ['deliveries', stub({ order, promisedFor })]];
    }
    case 'Order Delivered':
    case 'Order Cancelled': {
      const arrived: [FactGroup, Stub] = ['deliveries', stub({ order: event.data.order })];
      const { list } = lines[event.type];
      return list === undefined ? [arrived] : [arrived, [list, stub({})]];
    }
    case 'Live Chat Conversation Ended': {
      const { minutes } = event.data;
      return minutes === undefined ? [] : [['talks', stub({ minutes })]];
    }
    case 'Usage Reported': {
      const { ratio, count, feature } = event.data;
      // Use of one feature says nothing about use as a whole.
      return feature === undefined
        ? [['usage', stub({ ratio, count })]]
        : [['features', stub({ feature, count })]];
    }
    case 'Product Reviewed': {
      const { rating } = event.data;
      const said: [FactGroup, Stub][] = [];
      // Speaking up for us is four stars or more; a lower review is feedback, and no reason to say thank you.
      if (rating === undefined || rating >= 4) said.push(['advocacy', stub({})]);
      if (rating !== undefined) said.push(['feedback', stub({ kind: 'review', score: rating })]);
      return said;
    }
    case 'Stage Changed': {
      const { from, to, version, because } = event.data;
      return [['stages', stub({ from, to, version, hand: because.includes(BY_HAND) })]];
    }
    case 'Feedback Given': {
      const { kind, score } = event.data;
      const said: [FactGroup, Stub][] = [];
      if (score !== undefined) said.push(['feedback', stub({ kind, score })]);
      if (saysSomething(event.data)) said.push(['feedback', stub({ kind, ref: event.id })]);
      return said;
    }
    case 'Action Done': {
      const { play, purpose, contact } = event.data;
      const done: [FactGroup, Stub][] = [['actions', stub({ play })]];
      if (!contact) return done;
      done.push(['contacts', stub({ play, why: purpose, by })]);
      if (purpose === 'commercial') done.push(['offers', stub({ play, by })]);
      return done;
    }
    case 'Action Dismissed': {
      const { play, why } = event.data;
      const answer: [FactGroup, Stub] = ['actions', stub({ play, why })];
      // Somebody else was in touch already: that is a contact like any other.
      return why === 'already-done' ? [answer, ['contacts', stub({ play, by })]] : [answer];
    }
    default: {
      const { list } = lines[event.type];
      if (list === undefined) return [];
      const data: Record<string, unknown> = { ...event.data, by };
      const kept: Record<string, unknown> = {};
      for (const key of columns[list])
        if (opens.has(event.type) || (key !== 'about' && key !== 'topic')) kept[key] = data[key];
      return [[list, stub(kept)]];
    }
  }
};

/** What a call, mail or visit leaves behind, by who spoke, for how long, and what about. */
const touches = (
  { id, by, data }: EventOf<'Touchpoint Logged'>,
  stub: (d: Record<string, unknown>) => Stub,
): [FactGroup, Stub][] => {
  const { direction, initiator, purpose, play, answeredFully, promisedFor, minutes, ref } = data;
  const forOurselves = isForOurselves(data.kind);
  const kept: [FactGroup, Stub][] = [];
  if (!forOurselves && minutes !== undefined) kept.push(['talks', stub({ minutes })]);
  if (direction === 'in') {
    // They brought the matter up again, whatever became of it.
    if (!forOurselves && ref !== undefined) kept.push(['talks', stub({ ref })]);
    return kept;
  }
  if (!forOurselves) {
    kept.push(['contacts', stub({ who: initiator, why: purpose, play, by })]);
    if (purpose === 'commercial') kept.push(['offers', stub({ who: initiator, play, by })]);
  }
  // A note can hold us to a promise, but it answers nobody.
  if (!forOurselves && answeredFully !== undefined)
    kept.push(['owed', stub({ ref: ref ?? id, fully: answeredFully })]);
  if (promisedFor !== undefined) kept.push(['promises', stub({ ref: id, dueAt: promisedFor })]);
  return kept;
};

/** Words of theirs that want an outcome: all but a bare score, and of scores those that tell why they are low. */
const saysSomething = ({ kind, score, text }: EventData<'Feedback Given'>): boolean => {
  if (kind === 'comment' || kind === 'idea' || kind === 'praise') return true;
  if (score === undefined || !text?.trim()) return false;
  return kind === 'nps' ? score <= 6 : score <= 2;
};

const scalars = (data: Record<string, unknown>): Stub['d'] => {
  const kept: Stub['d'] = {};
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (typeof value === 'string') {
      const text = cut(key, value);
      if (text !== '') kept[key] = text;
    } else if (typeof value === 'number' || value === true) kept[key] = value;
  }
  return kept;
};
