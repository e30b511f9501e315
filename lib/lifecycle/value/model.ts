import type { Facts } from '../../contract/facts.ts';
import type { ValueModel } from '../../contract/value.ts';
import { tallyOf } from '../packed.ts';
import { CDNOW, type History } from './bg-nbd.ts';
import { expectedYear } from './clv.ts';
import { fitBgNbd, fitSpend, group } from './fit.ts';
import { type Spend, spendPrior } from './gamma-gamma.ts';
import { historyOf } from './history.ts';
import { atOnce } from './minimise.ts';
import { pursesOf } from './purse.ts';
import { LEAST_FOR_CUTS, quantile, quintileCuts } from './rfm.ts';

/**
 * Under so many customers who came back the published estimates stand as they are; from the second number on the
 * workspace's own are called good. Why these: see SPEC.md [V7].
 */
export const LEAST_REPEATERS = 20;
export const GOOD_REPEATERS = 200;

export const qualityOf = (repeaters: number): ValueModel['quality'] =>
  repeaters < LEAST_REPEATERS ? 'prior' : repeaters < GOOD_REPEATERS ? 'low' : 'good';

type PurseOf = { history: History; mean: number; spend: Spend | null; share: number };

/** What the fit needs of all customers, and nothing more of each. */
export type Sample = {
  /** One for each customer with an order. */
  histories: History[];
  /** Who paid in each currency, and how. */
  purses: Map<string, PurseOf[]>;
};

export const emptySample = (): Sample => ({ histories: [], purses: new Map() });

/** Adds one customer, as known at `now`. Of somebody without an order nothing is kept. */
export const addToSample = (sample: Sample, facts: Facts, now: number): void => {
  const history = historyOf(tallyOf(facts, 'Order Completed'), tallyOf(facts, 'Order Cancelled'), now);
  if (!history) return;
  sample.histories.push(history);
  for (const { currency, mean, spend, share } of pursesOf(facts, history.x + 1, now)) {
    // What is no currency could not be published under its name.
    if (!/^[A-Z]{3}$/.test(currency)) continue;
    let all = sample.purses.get(currency);
    if (!all) {
      all = [];
      sample.purses.set(currency, all);
    }
    all.push({ history, mean, spend, share });
  }
};

/** Values at 0, 5, … 100 % of the customers. */
const STEPS = 20;
const BREATH = 1_000;

const MOST_CURRENCIES = 40;
/** So many customers say as much about all as any more would. */
const MOST_FITTED = 20_000;

/** Each second, third … of many, so that a fit costs no more than this. */
const some = <T>(all: readonly T[]): readonly T[] => {
  const step = Math.ceil(all.length / MOST_FITTED);
  return step <= 1 ? all : all.filter((_, i) => i % step === 0);
};

/** How orders in one currency go; null where nobody ever ordered twice in it. */
function* spendModel(purses: readonly PurseOf[]): Generator<void, ValueModel['spend'][string] | null> {
  const repeats = purses.flatMap(({ spend }) => (spend && spend.x > 0 ? [spend] : []));
  if (repeats.length === 0) return null;
  const means = repeats.map(({ mean }) => mean).sort((a, b) => a - b);
  const prior = spendPrior(quantile(means, 0.5));
  const fitted =
    repeats.length < LEAST_REPEATERS ? prior : yield* fitSpend(some(repeats), { start: prior, prior });
  return { ...fitted, n: repeats.length };
}

/** The expected year of everybody who came back, at every twentieth of them; null when they are too few. */
function* worthSteps(
  purses: readonly PurseOf[],
  orders: ValueModel['bgnbd'],
  spend: NonNullable<ValueModel['spend'][string]>,
): Generator<void, number[] | null> {
  const values: number[] = [];
  for (const [index, { history, spend: own, share }] of purses.entries()) {
    if (index % BREATH === BREATH - 1) yield;
    if (history.x === 0 || !own) continue;
    values.push(expectedYear({ history, spend: own, share }, { orders, spend }));
  }
  if (values.length < LEAST_FOR_CUTS) return null;
  values.sort((a, b) => a - b);
  return Array.from({ length: STEPS + 1 }, (_, step) => quantile(values, step / STEPS));
}

/**
 * [V7] The value model of a workspace from a sample of its customers. Total: whatever the orders are, the model holds
 * finite numbers. Yields every few milliseconds, so that a server can answer in between.
 */
export function* fittingModel(sample: Sample, now: number): Generator<void, ValueModel> {
  const { histories } = sample;
  const repeaters = histories.filter(({ x }) => x > 0).length;
  const quality = qualityOf(repeaters);
  const bgnbd = quality === 'prior' ? CDNOW : yield* fitBgNbd(group(some(histories)));
  const model: ValueModel = {
    fittedAt: now,
    customers: histories.length,
    repeaters,
    quality,
    bgnbd,
    spend: {},
    worth: {},
    rfm: null,
  };
  const recency = quintileCuts(histories.map(({ tx, T }) => Math.max(0, T - tx) * 7));
  const frequency = quintileCuts(histories.map(({ x }) => x + 1));
  const monetary: Record<string, number[]> = {};
  const biggest = [...sample.purses].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_CURRENCIES);
  for (const [currency, purses] of biggest) {
    const cuts = quintileCuts(purses.map(({ mean }) => mean));
    if (cuts) monetary[currency] = cuts;
    const spend = yield* spendModel(purses);
    if (!spend) continue;
    model.spend[currency] = spend;
    const worth = yield* worthSteps(purses, bgnbd, spend);
    if (worth) model.worth[currency] = worth;
  }
  if (recency && frequency) model.rfm = { recency, frequency, monetary };
  return model;
}

/** The same without a pause. */
export const fitModel = (sample: Sample, now: number): ValueModel => atOnce(fittingModel(sample, now));
