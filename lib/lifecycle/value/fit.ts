import type { BgNbd } from '../../contract/value.ts';
import { CDNOW, countLikelihood, type History, timeLikelihood } from './bg-nbd.ts';
import { type Spend, type SpendModel, spendCountLikelihood, spendLikelihood } from './gamma-gamma.ts';
import { type Minimum, minimise } from './minimise.ts';

/** So many customers with the same history. */
export type HistoryRow = History & { n: number };

/**
 * How to fit. With a prior the estimate is pulled towards it as by one observation of each parameter that is off by a factor
 * of e (a normal penalty on the logarithms, standard deviation 1): plenty for ten customers, nothing for a thousand.
 */
export type FitOptions<M> = { start: M; prior: M | null };

type Bounds = readonly (readonly [least: number, most: number])[];

/**
 * No parameter may leave this. For r, alpha, a and b it is where the series of the expectation has its digits; no shop comes
 * near.
 */
const ORDER_BOUNDS: Bounds = [
  [0.01, 30],
  [0.1, 1_000],
  [0.01, 10],
  [0.01, 100],
];
const SPEND_BOUNDS: Bounds = [
  [0.001, 1_000],
  [0.001, 1_000],
  [0.001, 1_000],
];

/** What is added to the cost of parameters, given as logarithms. */
const penalty = (at: readonly number[], centre: readonly number[] | null, bounds: Bounds): number => {
  const isIn = bounds.every(([least, most], i) => {
    const value = Math.exp(at[i] ?? Number.NaN);
    return value >= least && value <= most;
  });
  if (!isIn) return Infinity;
  if (!centre) return 0;
  return at.reduce((sum, x, i) => sum + (x - (centre[i] ?? x)) ** 2 / 2, 0);
};

const logs = ({ r, alpha, a, b }: BgNbd): number[] => [r, alpha, a, b].map(Math.log);
const toBgNbd = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});

const DAYS = 100_000;

/** Draws customers with the same history together, to the day: it is the likelihood of rows that costs time. */
export const group = (histories: Iterable<History>): HistoryRow[] => {
  const rows = new Map<number, HistoryRow>();
  for (const { x, tx, T } of histories) {
    const known = Math.min(DAYS - 1, Math.round(T * 7));
    const last = Math.min(known, Math.round(tx * 7));
    const key = (x * DAYS + last) * DAYS + known;
    const row = rows.get(key);
    if (row) row.n++;
    else rows.set(key, { x, tx: last / 7, T: known / 7, n: 1 });
  }
  return [...rows.values()];
};

/** The same for the same count: most customers have one of a few. */
const byCount = (work: (x: number) => number): ((x: number) => number) => {
  const known = new Map<number, number>();
  return (x) => {
    let value = known.get(x);
    if (value === undefined) {
      value = work(x);
      known.set(x, value);
    }
    return value;
  };
};

/** Log-likelihood of all rows. */
export const sampleLikelihood = (rows: readonly HistoryRow[], model: BgNbd): number => {
  const ofCount = byCount((x) => countLikelihood(x, model));
  return rows.reduce((sum, row) => sum + row.n * (ofCount(row.x) + timeLikelihood(row, model)), 0);
};

/** What was found, if it is better than the start and fit to be used; else the start. */
const sound = <M extends Record<string, number>>(
  found: Minimum,
  before: number,
  start: M,
  read: (at: readonly number[]) => M,
): M => {
  const model = read(found.at);
  const isSound = found.value <= before && Object.values(model).every((x) => Number.isFinite(x) && x > 0);
  return isSound ? model : start;
};

/** The BG/NBD parameters under which these histories are likeliest. Yields while it works. */
export function* fitBgNbd(
  rows: readonly HistoryRow[],
  { start, prior }: FitOptions<BgNbd> = { start: CDNOW, prior: CDNOW },
): Generator<void, BgNbd> {
  const centre = prior && logs(prior);
  const cost = (at: readonly number[]): number => {
    const extra = penalty(at, centre, ORDER_BOUNDS);
    return extra === Infinity ? extra : extra - sampleLikelihood(rows, toBgNbd(at));
  };
  const found = yield* minimise(cost, logs(start));
  return sound(found, cost(logs(start)), start, toBgNbd);
}

/**
 * The Gamma-Gamma parameters under which these means are likeliest. q stays above 1: else the mean of all customers would
 * be infinite. Yields while it works.
 */
export function* fitSpend(
  rows: readonly Spend[],
  { start, prior }: FitOptions<SpendModel>,
): Generator<void, SpendModel> {
  // In units of the start's own v, so that yen and dinars are searched alike.
  const unit = start.v;
  const scaled = rows.map(({ x, mean }) => ({ x, mean: mean / unit }));
  const place = ({ p, q, v }: SpendModel): number[] => [p, q - 1, v / unit].map(Math.log);
  const inUnits = ([p = 0, q = 0, v = 0]: readonly number[]): SpendModel => ({
    p: Math.exp(p),
    q: 1 + Math.exp(q),
    v: Math.exp(v),
  });
  const centre = prior && place(prior);
  const cost = (at: readonly number[]): number => {
    const extra = penalty(at, centre, SPEND_BOUNDS);
    if (extra === Infinity) return extra;
    const model = inUnits(at);
    const ofCount = byCount((x) => spendCountLikelihood(x, model));
    return scaled.reduce((sum, row) => sum - spendLikelihood(row, model, ofCount(row.x)), extra);
  };
  const found = yield* minimise(cost, place(start));
  return sound(found, cost(place(start)), start, (at) => {
    const { p, q, v } = inUnits(at);
    return { p, q, v: v * unit };
  });
}
