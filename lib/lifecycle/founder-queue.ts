import { DAY } from '../contract/primitives.ts';

/** A third of the customers by what they spent, within their own currency: 0 spent least. */
export type Third = 0 | 1 | 2;
export const thirds: readonly Third[] = [0, 1, 2];

/** Somebody for whom a founder's play fires. `score` is the play's: V is 1 in it, so that spend is not. */
export type Waiting = { customer: string; score: number; since: number; third: Third };

/** A place that was given in the last four weeks. */
export type Given = { at: number; third: Third };

/** What can be shown to anybody who asks how the places were given: "12 slots: 4/4/4". */
export type Receipt = {
  slots: number;
  byThird: readonly [number, number, number];
  /** What each third had a right to. */
  least: number;
  weeks: number;
  /** Thirds that got less, because nobody more of them was waiting. */
  short: Third[];
};

const QUEUE_WEEKS = 4;
const WINDOW = QUEUE_WEEKS * 7 * DAY;

/**
 * [G7] Which third of the customers each belongs to. Amounts of two currencies are never compared: each currency has its
 * own order, and whoever bought in several stands where they stand highest. No spend at all: the lowest third.
 */
export const thirdsBySpend = (
  customers: readonly { customer: string; spent: Readonly<Record<string, number>> }[],
): Map<string, Third> => {
  const byCurrency = new Map<string, { customer: string; total: number }[]>();
  for (const { customer, spent } of customers)
    for (const [currency, total] of Object.entries(spent)) {
      const list = byCurrency.get(currency);
      if (list) list.push({ customer, total });
      else byCurrency.set(currency, [{ customer, total }]);
    }
  const found = new Map<string, Third>(customers.map(({ customer }) => [customer, 0]));
  for (const list of byCurrency.values()) {
    list.sort((a, b) => a.total - b.total || (a.customer < b.customer ? -1 : 1));
    for (const [place, { customer }] of list.entries()) {
      const third = thirds[Math.floor((3 * place) / list.length)] ?? 0;
      if (third > (found.get(customer) ?? 0)) found.set(customer, third);
    }
  }
  return found;
};

/** Best score first, then who has waited longest, then the id, so that every machine agrees. */
const inOrder = (a: Waiting, b: Waiting): number =>
  b.score - a.score || a.since - b.since || (a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0);

const count = (of: readonly { third: Third }[]): [number, number, number] => {
  const n: [number, number, number] = [0, 0, 0];
  for (const { third } of of) n[third] += 1;
  return n;
};

/**
 * [G7] Who gets a founder's time: the order knows nothing of spend, but over four weeks each third of the customers gets
 * at least `leastShare` of the places, as far as anybody of it is waiting. `given` are the places of before.
 */
export const founderQueue = (
  waiting: readonly Waiting[],
  free: number,
  given: readonly Given[],
  leastShare: number,
  now: number,
): { picked: Waiting[]; receipt: Receipt } => {
  const recent = given.filter(({ at }) => at <= now && now - at < WINDOW);
  const places = Math.min(Math.max(0, Math.floor(free)), waiting.length);
  const slots = recent.length + places;
  const least = Math.ceil(leastShare * slots - 1e-9);
  const had = count(recent);
  const there = count(waiting);
  // What each third is still owed, and can be given.
  const owed = thirds.map((third) => Math.min(there[third], Math.max(0, least - had[third])));
  const picked: Waiting[] = [];
  for (const one of [...waiting].sort(inOrder)) {
    const left = places - picked.length;
    if (left === 0) break;
    const own = owed[one.third] ?? 0;
    const all = owed.reduce((sum, n) => sum + n, 0);
    if (own === 0 && left <= all) continue;
    if (own > 0) owed[one.third] = own - 1;
    picked.push(one);
  }
  const byThird = count([...recent, ...picked]);
  return {
    picked,
    receipt: {
      slots,
      byThird,
      least,
      weeks: QUEUE_WEEKS,
      short: thirds.filter((third) => byThird[third] < least),
    },
  };
};
