import type { EventType, SukiEvent } from '../contract/events.ts';
import { type Facts, factGroups, type OpenFacts, type Stub, type Tally } from '../contract/facts.ts';
import { cut, lines } from './groups.ts';
import { mark } from './mark.ts';
import { pay } from './money.ts';
import { keepNewest } from './newest.ts';
import { openFacts, packFacts } from './packed.ts';
import { isForOurselves, stubs } from './stubs.ts';

/** Raise it when the same events would fold to other facts; stored facts of another version are folded again. */
export const FOLD_VERSION = 3;

const noFacts = (): OpenFacts => {
  const recent = {} as OpenFacts['recent'];
  for (const group of factGroups) recent[group] = [];
  return { v: FOLD_VERSION, tally: {}, totals: {}, money: {}, open: true, recent };
};

/** Facts of a customer of whom nothing has happened yet. */
export const emptyFacts = (): Facts => ({ v: FOLD_VERSION, tally: {}, totals: {}, money: {}, recent: {} });

/**
 * [F1] Adds one event. Returns new facts and leaves the given ones as they are. The order of events does not
 * matter. An event must be added once only: knowing that (source, id) was seen is the caller's part, since
 * facts do not remember every id.
 */
export const fold = (facts: Facts, event: SukiEvent): Facts => foldMore(facts, [event]);

/** [F1] The same for several events; opens the facts once for all of them. */
export const foldMore = (facts: Facts, events: Iterable<SukiEvent>): Facts => {
  const { v, tally, totals, money, began, open, recent } = openFacts(facts);
  const next: OpenFacts = {
    v,
    tally: { ...tally },
    totals: { ...totals },
    money: copied(money),
    ...(began && { began }),
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
  if (event.type === 'Order Completed') begin(facts, event, event.data.product);
  if (event.type === 'Subscription Started') begin(facts, event, event.data.plan);
  for (const [group, stub] of stubs(event)) keepNewest(facts.recent[group], stub, group);
};

/** With what they began: the earliest order or subscription; of two at one moment, the one of the smaller mark. */
const begin = (facts: OpenFacts, { id, at }: SukiEvent, what: string | undefined): void => {
  const one = { at, id: mark(id), ...(what && { what: cut('product', what) }) };
  const before = facts.began;
  if (!before || at < before.at || (at === before.at && one.id < before.id)) facts.began = one;
};

const direction = (event: SukiEvent): 'in' | 'out' | undefined => {
  if (event.type !== 'Touchpoint Logged') return lines[event.type].word;
  return isForOurselves(event.data.kind) ? undefined : event.data.direction;
};
