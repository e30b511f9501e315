import {
  CDNOW,
  chanceAlive,
  expectedOrders,
  expectedRepeats,
  logLikelihood,
  repeatChances,
} from '#lib/lifecycle/value/bg-nbd.ts';
import { expectedYear } from '#lib/lifecycle/value/clv.ts';
import { fitBgNbd, fitSpend, sampleLikelihood } from '#lib/lifecycle/value/fit.ts';
import { CDNOW_SPEND, expectedSpend, spendLikelihood } from '#lib/lifecycle/value/gamma-gamma.ts';
import { atOnce } from '#lib/lifecycle/value/minimise.ts';
import { quantile, quintile, quintileCuts, quintileDown } from '#lib/lifecycle/value/rfm.ts';
import published from '#test/data/cdnow/published.json' with { type: 'json' };
import { goldenRfm, shoppers, summaries } from './cdnow.ts';

/** One published figure beside ours. `tolerance` is absolute. */
export type Check = { what: string; published: number; ours: number; tolerance: number };

export const isWithin = ({ published, ours, tolerance }: Check): boolean =>
  Math.abs(published - ours) <= tolerance;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [mean(a), mean(b)];
  const of = (left: readonly number[], right: readonly number[]) =>
    sum(left.map((_, i) => ((left[i] ?? 0) - meanA) * ((right[i] ?? 0) - meanB)));
  const apart = (values: readonly number[], middle: number) => sum(values.map((v) => (v - middle) ** 2));
  return of(a, b) / Math.sqrt(apart(a, meanA) * apart(b, meanB));
};

/** The figures of several places as rows of one kind. */
const each = (
  values: readonly number[],
  tolerance: number,
  ours: (index: number) => number,
  what: (index: number) => string,
): Check[] => values.map((value, i) => ({ what: what(i), published: value, ours: ours(i), tolerance }));

const { bgnbd, gammagamma } = published;
const HALF_A_DIGIT = 1e-8;

/** The orders: fitted anew from the file, from a start that knows nothing of the answer. */
const orderChecks = (): Check[] => {
  const rows = summaries().map(({ x, tx, T }) => ({ x, tx, T, n: 1 }));
  const one = { r: 1, alpha: 1, a: 1, b: 1 };
  const fit = atOnce(fitBgNbd(rows, { start: one, prior: null }));
  const { params, tol, repro, conditional_expectation: ce, expected_purchases: ep } = bgnbd;
  const { stable_loglik: stable, pmf_at_published: pmf, edge, fit_histogram: histogram } = bgnbd;
  const thirty = repeatChances(20, 30, CDNOW);
  const buckets = histogram['obs_0..6,7+'].length;
  const expected = Array.from({ length: buckets - 1 }, () => 0);
  for (const { T } of rows)
    for (const [n, chance] of repeatChances(buckets - 2, T, fit).entries())
      expected[n] = (expected[n] ?? 0) + chance;
  expected.push(rows.length - sum(expected));
  const observed = histogram['obs_0..6,7+'].map((_, n) =>
    n < buckets - 1 ? rows.filter(({ x }) => x === n).length : rows.filter(({ x }) => x >= n).length,
  );
  const chi2 = sum(expected.map((value, n) => ((observed[n] ?? 0) - value) ** 2 / value));
  return [
    ...(['r', 'alpha', 'a', 'b'] as const).map((name) => ({
      what: `BG/NBD ${name}, refitted`,
      published: params[name],
      ours: fit[name],
      tolerance: tol,
    })),
    { what: 'log-likelihood', published: bgnbd.loglik, ours: sampleLikelihood(rows, fit), tolerance: 0.05 },
    {
      what: 'log-likelihood at the published parameters',
      published: repro.loglik_at_published,
      ours: sampleLikelihood(rows, CDNOW),
      tolerance: 1e-4,
    },
    {
      what: `orders in ${ce.t} weeks of customer 1`,
      published: ce.value,
      ours: expectedOrders({ x: ce.x, tx: ce.t_x, T: ce.T }, ce.t, fit),
      tolerance: ce.tol,
    },
    ...each(
      ep.value,
      ep.tol,
      (i) => expectedRepeats(ep.t[i] ?? 0, fit),
      (i) => `repeats of a new buyer in ${ep.t[i]} weeks`,
    ),
    {
      what: 'chance of 10 repeats in 2 weeks',
      published: pmf['P(10 in 2)'],
      ours: repeatChances(10, 2, CDNOW)[10] ?? 0,
      tolerance: 1e-12,
    },
    {
      what: 'chance of no repeat in 39 weeks',
      published: pmf['P(0 in 39)'],
      ours: repeatChances(0, 39, CDNOW)[0] ?? 0,
      tolerance: 1e-7,
    },
    ...each(
      pmf['P(11..20 in 30)'],
      HALF_A_DIGIT,
      (i) => thirty[11 + i] ?? 0,
      (i) => `chance of ${11 + i} repeats in 30 weeks`,
    ),
    {
      what: 'stable log-likelihood, no repeat',
      published: stable['(x=0,tx=0)'],
      ours: logLikelihood({ x: 0, tx: 0, T: stable.T }, stable.params),
      tolerance: HALF_A_DIGIT,
    },
    {
      what: 'stable log-likelihood, 200 repeats',
      published: stable['(x=200,tx=38)'],
      ours: logLikelihood({ x: 200, tx: 38, T: stable.T }, stable.params),
      tolerance: 1e-4,
    },
    {
      what: 'chance of being there without a repeat',
      published: edge['p_alive(x=0)'],
      ours: chanceAlive({ x: 0, tx: 0, T: 38.86 }, fit),
      tolerance: 0,
    },
    {
      what: 'the same, 1,000 repeats and 90 silent weeks',
      published: edge['p_alive(x=1000,tx=10,T=100)'],
      ours: chanceAlive({ x: 1_000, tx: 10, T: 100 }, fit),
      tolerance: 1e-12,
    },
    ...each(
      histogram['obs_0..6,7+'],
      0,
      (n) => observed[n] ?? 0,
      (n) => `customers with ${n}${n === 7 ? ' or more' : ''} repeats`,
    ),
    ...each(
      histogram.repro_expected,
      0.1,
      (n) => expected[n] ?? 0,
      (n) => `as the model has it, ${n}${n === 7 ? ' or more' : ''} repeats`,
    ),
    { what: 'chi² of that', published: histogram.chi2, ours: chi2, tolerance: 0.01 },
    ...holdoutChecks(fit),
  ];
};

/** The 39 weeks after: what the model, fitted before, said of them. */
const holdoutChecks = (fit: typeof CDNOW): Check[] => {
  const { holdout } = bgnbd;
  const people = shoppers();
  const forecast = people.map((one) => expectedOrders(one, 39, fit));
  const later = people.map((one) => one.later);
  const zero = people.flatMap(({ x }, i) => (x === 0 ? [i] : []));
  const actual = sum(people.map(({ x, later }) => x + later));
  const foreseen = sum(people.map(({ T }) => expectedRepeats(T + 39, fit)));
  return [
    {
      what: 'repeats by week 78, counted',
      published: holdout.actual_cum_repeat_wk78,
      ours: actual,
      tolerance: 0,
    },
    {
      what: 'forecast of them, % off',
      published: holdout.repro_pct,
      ours: 100 * (foreseen / actual - 1),
      tolerance: 0.05,
    },
    {
      what: 'correlation by customer',
      published: holdout.repro_corr,
      ours: correlation(forecast, later),
      tolerance: 5e-4,
    },
    {
      what: 'one-time buyers, mean forecast',
      published: holdout.repro_zero_pred,
      ours: mean(zero.map((i) => forecast[i] ?? 0)),
      tolerance: 5e-4,
    },
    {
      what: 'one-time buyers, mean as it was',
      published: holdout.zero_class_actual_mean,
      ours: mean(zero.map((i) => later[i] ?? 0)),
      tolerance: 5e-3,
    },
  ];
};

/** The money: fitted anew likewise. */
const moneyChecks = (): Check[] => {
  const people = summaries();
  const rows = people.filter(({ x }) => x > 0);
  const fit = atOnce(fitSpend(rows, { start: { p: 1, q: 2, v: 10 }, prior: null }));
  const { params, tol, repro, conditional_expected_spend_first10: first, zbar_summary: zbar } = gammagamma;
  const means = rows.map((row) => row.mean).sort((a, b) => a - b);
  const middle = mean(means);
  const sd = Math.sqrt(sum(means.map((value) => (value - middle) ** 2)) / (means.length - 1));
  const [one] = people;
  const year = one
    ? expectedYear({ history: one, spend: one, share: 1 }, { orders: CDNOW, spend: CDNOW_SPEND })
    : Number.NaN;
  const described = {
    n: means.length,
    mean: middle,
    sd,
    min: means[0],
    median: quantile(means, 0.5),
    max: means.at(-1),
  };
  return [
    ...(['p', 'q', 'v'] as const).map((name) => ({
      what: `Gamma-Gamma ${name}, refitted`,
      published: params[name],
      ours: fit[name],
      tolerance: tol,
    })),
    {
      what: 'log-likelihood of the money',
      published: repro.loglik,
      ours: sum(rows.map((row) => spendLikelihood(row, fit))),
      tolerance: 1e-3,
    },
    ...each(
      first.value,
      first.atol,
      (i) => expectedSpend(people[i] ?? { x: 0, mean: 0 }, fit),
      (i) => `mean order to expect of customer ${i + 1}`,
    ),
    ...(['n', 'mean', 'sd', 'min', 'median', 'max'] as const).map((name) => ({
      what: `mean repeat order: ${name}`,
      published: zbar[name],
      ours: described[name] ?? Number.NaN,
      tolerance: 0.005,
    })),
    {
      what: 'customer 1, 12 months at 1 % a month',
      published: published.clv_customer_1,
      ours: year,
      tolerance: 0.005,
    },
  ];
};

/** Quintiles of all customers, and the scores of the first forty. */
const rfmChecks = (): Check[] => {
  const people = shoppers();
  const golden = goldenRfm();
  const cuts = (of: (one: (typeof people)[number]) => number) => quintileCuts(people.map(of)) ?? [];
  const [recency, frequency, monetary] = [cuts((p) => p.recency), cuts((p) => p.days), cuts((p) => p.spent)];
  const matching = (
    name: 'recency' | 'frequency' | 'monetary',
    score: (one: (typeof people)[number]) => number,
  ) => ({
    what: `${name} scores that are the same`,
    published: golden.length,
    ours: golden.filter((row, i) => people[i] && row[name] === score(people[i])).length,
    tolerance: 0,
  });
  return [
    matching('recency', (one) => quintileDown(one.recency, recency)),
    matching('frequency', (one) => quintile(one.days, frequency)),
    matching('monetary', (one) => quintile(one.spent, monetary)),
  ];
};

/** That both files tell the same, and that we read them as they were meant. */
const dataChecks = (): Check[] => {
  const [told, summed] = [shoppers(), summaries()];
  const near = (a: number, b: number) => Math.abs(a - b) <= 0.00501;
  const { cdnow } = published;
  const count = (what: string, value: number, ours: number): Check => ({
    what,
    published: value,
    ours,
    tolerance: 0,
  });
  return [
    count('customers', cdnow.n, summed.length),
    count('who came back', cdnow.repeat_buyers, summed.filter(({ x }) => x > 0).length),
    count('repeats', cdnow.sum_x, sum(summed.map(({ x }) => x))),
    count(
      'summaries that the purchases give again',
      cdnow.n,
      told.filter((one, i) => {
        const other = summed[i];
        return other && one.x === other.x && near(one.tx, other.tx) && near(one.T, other.T);
      }).length,
    ),
  ];
};

/** Every published figure beside what this code makes of the same data. */
export const allChecks = (): Check[] => [...dataChecks(), ...orderChecks(), ...moneyChecks(), ...rfmChecks()];
