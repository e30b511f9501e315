import type { EventType, SukiEvent } from '../contract/events.ts';
import { type FactGroup, type Facts, factGroups, type Stub, type Tally } from '../contract/facts.ts';
import { ABOUT_LENGTH, lines, newestPerKind, sizes } from './groups.ts';
import { mark } from './mark.ts';

/** Raise it when the same events would fold to other facts; stored facts of another version are folded again. */
export const FOLD_VERSION = 2;

/** Facts of a customer of whom nothing has happened yet. */
export const emptyFacts = (): Facts => ({
  v: FOLD_VERSION,
  tally: {},
  totals: {},
  money: {},
  recent: {
    orders: [],
    subscription: [],
    billing: [],
    care: [],
    owed: [],
    contacts: [],
    feedback: [],
    advocacy: [],
    behaviour: [],
    actions: [],
    stages: [],
  },
});

/**
 * [F1] Adds one event. Returns new facts and leaves the given ones as they are. The order of events does not
 * matter. An event must be added once only: knowing that (source, id) was seen is the caller's part, since
 * facts do not remember every id.
 */
export const fold = (facts: Facts, event: SukiEvent): Facts => {
  const next: Facts = {
    v: facts.v,
    tally: { ...facts.tally },
    totals: { ...facts.totals },
    money: { ...facts.money },
    recent: { ...facts.recent },
  };
  add(next, event);
  return next;
};

/** [F1] [F2] Facts from all the events of one customer, in any order; an event given twice counts once. */
export const foldAll = (events: Iterable<SukiEvent>): Facts => {
  const facts = emptyFacts();
  const seen = new Set<string>();
  for (const event of events) {
    const key = `${event.source}\n${event.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    add(facts, event);
  }
  return facts;
};

/**
 * [F5] The best local answer to an undo, until the server has folded the customer again. Exact for what the
 * lists hold. It cannot know: what an older event of the same kind said, if a full list had already dropped
 * it; the date before the last one, if no list keeps this kind; the money of an order. Those stay as they were.
 * With the event's `data` a note of ours [F6] is told from a word of theirs; neither leaves a stub.
 */
export const withoutEvent = (
  facts: Facts,
  id: string,
  type: EventType,
  data: Record<string, unknown> = {},
): Facts => {
  const gone = mark(id);
  const isGone = (stub: Stub) => stub.id === gone && stub.type === type;
  let at: number | null = null;
  const recent = { ...facts.recent };
  for (const group of factGroups) {
    const found = recent[group].find(isGone);
    if (!found) continue;
    at = found.at;
    recent[group] = recent[group].filter((stub) => stub !== found);
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
  return { ...facts, tally, totals, recent };
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

/** In place, on facts that nobody else holds; the lists themselves are replaced, never changed. */
const add = (facts: Facts, event: SukiEvent): void => {
  const { type, at } = event;
  const line = lines[type];
  facts.totals.all = more(facts.totals.all, at);
  const word = direction(event);
  if (word) facts.totals[word] = more(facts.totals[word], at);
  if (line.tally) facts.tally[type] = more(facts.tally[type], at);
  if (event.type === 'Order Completed') pay(facts, event.data, 1);
  if (event.type === 'Order Refunded') pay(facts, event.data, -1);
  for (const [group, stub] of stubs(event))
    facts.recent[group] = keepNewest(facts.recent[group], stub, group);
};

const direction = (event: SukiEvent): 'in' | 'out' | undefined => {
  if (event.type !== 'Touchpoint Logged') return lines[event.type].word;
  return isForOurselves(event.data.kind) ? undefined : event.data.direction;
};

/** Beyond this an amount is not a price, and sums would no longer be exact. */
const MOST = 9e12;
const CURRENCIES = 8;

/**
 * [F4] Completed orders less refunds, each currency for itself. Sums are kept to a thousandth, so that they do
 * not depend on the order in which they were added. An amount without a currency is not money we can name.
 */
const pay = (
  facts: Facts,
  data: { total?: number | undefined; currency?: string | undefined },
  sign: 1 | -1,
): void => {
  if (data.currency === undefined) return;
  const total = data.total !== undefined && Math.abs(data.total) <= MOST ? data.total : 0;
  const before = facts.money[data.currency] ?? { n: 0, total: 0 };
  const sum = before.total + sign * (Math.round(total * 1_000) / 1_000);
  facts.money[data.currency] = {
    n: before.n + (sign > 0 ? 1 : 0),
    total: Math.round(sum * 1_000) / 1_000 + 0,
  };
  const names = Object.keys(facts.money);
  if (names.length > CURRENCIES) for (const name of names.sort().slice(CURRENCIES)) delete facts.money[name];
};

/** Which lists keep this event, and as what. */
const stubs = (event: SukiEvent): [FactGroup, Stub][] => {
  const stub = (d: Stub['d']): Stub => ({ id: mark(event.id), type: event.type, at: event.at, d });
  const by = event.by === undefined ? {} : { by: event.by.slice(0, 16) };
  switch (event.type) {
    case 'Touchpoint Logged': {
      const { initiator, purpose, play, answeredFully, promisedFor } = event.data;
      if (event.data.direction === 'in') return [];
      const kept: [FactGroup, Stub][] = [];
      const forOurselves = isForOurselves(event.data.kind);
      if (!forOurselves)
        kept.push([
          'contacts',
          stub({ who: initiator, why: purpose, ...(play !== undefined && { play }), ...by }),
        ]);
      // A note can hold us to a promise, but it answers nobody.
      const answer = forOurselves ? undefined : answeredFully;
      if (answer !== undefined || promisedFor !== undefined) {
        const fully = answer === undefined ? {} : { fully: answer };
        const dueAt = promisedFor === undefined ? {} : { dueAt: promisedFor };
        kept.push(['owed', stub({ ref: event.id, ...fully, ...dueAt })]);
      }
      return kept;
    }
    case 'Email Delivered':
      return [['contacts', stub({ who: 'automation', why: 'news' })]];
    case 'Content Shared':
      return [['contacts', stub({ who: 'rep', why: 'educate', ...by })]];
    case 'Page Viewed':
      return event.data.page === 'other' ? [] : [['behaviour', stub({ page: event.data.page })]];
    case 'Usage Reported':
      // Use of one feature says nothing about use as a whole.
      return event.data.feature === undefined ? [['subscription', stub({ ratio: event.data.ratio })]] : [];
    case 'Product Reviewed': {
      const { rating } = event.data;
      const said: [FactGroup, Stub][] = [];
      // Speaking up for us is four stars or more; a lower review is feedback, and no reason to say thank you.
      if (rating === undefined || rating >= 4) said.push(['advocacy', stub({})]);
      if (rating !== undefined) said.push(['feedback', stub({ kind: 'review', score: rating })]);
      return said;
    }
    case 'Feedback Given':
      return event.data.score === undefined
        ? []
        : [['feedback', stub({ kind: event.data.kind, score: event.data.score })]];
    case 'Action Done': {
      const done: [FactGroup, Stub] = ['actions', stub({ play: event.data.play })];
      return event.data.contact ? [done, ['contacts', stub({ play: event.data.play, ...by })]] : [done];
    }
    case 'Action Dismissed': {
      const answer: [FactGroup, Stub] = ['actions', stub({ play: event.data.play, why: event.data.why })];
      // Somebody else was in touch already: that is a contact like any other.
      return event.data.why === 'already-done'
        ? [answer, ['contacts', stub({ play: event.data.play, ...by })]]
        : [answer];
    }
    default: {
      const { list, keep = [] } = lines[event.type];
      return list === undefined ? [] : [[list, stub(pick(event.data, keep))]];
    }
  }
};

const pick = (data: Record<string, unknown>, keys: readonly string[]): Stub['d'] => {
  const kept: Stub['d'] = {};
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string') kept[key] = key === 'about' ? value.slice(0, ABOUT_LENGTH) : value;
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) kept[key] = value;
  }
  return kept;
};

/** Where several stubs stand for one thing, only the newest of them is kept. */
const thing = (stub: Stub, group: FactGroup): string | null => {
  if (newestPerKind.has(group)) return stub.type;
  if (group === 'actions') return `${stub.type}/${stub.d.play}/${stub.d.why === 'never'}`;
  return null;
};

/** "Never for this customer" must not be forgotten because much else happened since. */
const isPinned = (stub: Stub): boolean => stub.d.why === 'never';

/** A total order, so that the same stubs stay whatever order they came in: pinned, newest, then by mark. */
const byRank = (a: Stub, b: Stub): number =>
  Number(isPinned(b)) - Number(isPinned(a)) ||
  b.at - a.at ||
  (a.id < b.id ? 1 : a.id > b.id ? -1 : 0) ||
  (a.type < b.type ? 1 : a.type > b.type ? -1 : 0);

/** [F3] The list with the stub in its place, at most as long as its group allows; newest first. */
const keepNewest = (list: Stub[], stub: Stub, group: FactGroup): Stub[] => {
  const size = sizes[group];
  const key = thing(stub, group);
  let rest = list;
  if (key !== null) {
    const same = list.find((other) => thing(other, group) === key);
    if (same && byRank(same, stub) <= 0) return list;
    if (same) rest = list.filter((other) => other !== same);
  }
  let place = rest.length;
  while (place > 0) {
    const before = rest[place - 1];
    if (before === undefined || byRank(before, stub) <= 0) break;
    place--;
  }
  if (place >= size) return rest;
  const next = [...rest.slice(0, place), stub, ...rest.slice(place)];
  return next.length > size ? next.slice(0, size) : next;
};
