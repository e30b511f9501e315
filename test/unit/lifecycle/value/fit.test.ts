import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '#lib/contract/facts.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { ValueModel } from '#lib/contract/value.ts';
import { CDNOW, expectedOrders } from '#lib/lifecycle/value/bg-nbd.ts';
import { differs } from '#lib/lifecycle/value/differs.ts';
import { fitBgNbd, fitSpend, group, sampleLikelihood } from '#lib/lifecycle/value/fit.ts';
import { CDNOW_SPEND, spendPrior } from '#lib/lifecycle/value/gamma-gamma.ts';
import { atOnce, minimise } from '#lib/lifecycle/value/minimise.ts';
import { addToSample, emptySample, fitModel, qualityOf } from '#lib/lifecycle/value/model.ts';
import { summaries } from '#scripts/proof/cdnow.ts';
import { NOW } from '../people.ts';

const people = summaries();

/** Facts of somebody with so many orders of one price, first and last so many days ago. */
const buyer = (n: number, first: number, last: number, price: number, currency = 'EUR'): Facts =>
  ({
    tally: { 'Order Completed': [n, NOW - first * DAY, NOW - last * DAY] },
    money: {
      [currency]: {
        n,
        total: n * price,
        first: { at: NOW - first * DAY, id: 'o', total: price },
        months: {},
      },
    },
  }) as unknown as Facts;

const modelOf = (all: Iterable<Facts>): ValueModel => {
  const sample = emptySample();
  for (const facts of all) addToSample(sample, facts, NOW);
  return fitModel(sample, NOW);
};

describe('the fit', () => {
  it('[V7] finds the lowest point of a narrow bent valley', () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const { at, value } = atOnce(minimise(valley, [-1.2, 1]));
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
    expect(value).toBeLessThan(1e-8);
  });

  it('[V7] finds the CDNOW estimates from 1, 1, 1, 1 as well as from the estimates themselves', () => {
    const rows = people.map(({ x, tx, T }) => ({ x, tx, T, n: 1 }));
    const far = atOnce(fitBgNbd(rows, { start: { r: 1, alpha: 1, a: 1, b: 1 }, prior: null }));
    const near = atOnce(fitBgNbd(rows, { start: CDNOW, prior: null }));
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      expect(Math.abs(far[name] - CDNOW[name])).toBeLessThan(0.01);
      expect(far[name]).toBeCloseTo(near[name], 3);
    }
    expect(sampleLikelihood(rows, far)).toBeCloseTo(-9_582.42556, 3);
  });

  it('[V7] customers with one history to the day are one row, and nobody is lost', () => {
    const rows = group(people);
    expect(rows).toHaveLength(1_016);
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(2_357);
  });

  it('[V7] a prior hardly moves the estimate of many, and holds that of a few', () => {
    const far = { r: 1, alpha: 12, a: 1, b: 1 };
    const many = atOnce(fitBgNbd(group(people), { start: far, prior: far }));
    expect(Math.abs(many.r - CDNOW.r)).toBeLessThan(0.02);
    const few = people.slice(0, 8);
    const alone = atOnce(fitBgNbd(group(few), { start: far, prior: null }));
    const held = atOnce(fitBgNbd(group(few), { start: far, prior: far }));
    const off = (model: typeof far) =>
      Math.abs(Math.log(model.r / far.r)) + Math.abs(Math.log(model.b / far.b));
    expect(off(held)).toBeLessThan(off(alone));
  });

  it('[V7] money is found in every unit: cents, dollars or dinars give one model', () => {
    const rows = people.filter(({ x }) => x > 0);
    for (const unit of [0.01, 1, 50_000]) {
      const scaled = rows.map(({ x, mean }) => ({ x, mean: mean * unit }));
      const prior = spendPrior(27.5 * unit);
      const found = atOnce(fitSpend(scaled, { start: prior, prior }));
      expect(Math.abs(found.p - CDNOW_SPEND.p)).toBeLessThan(0.1);
      expect(Math.abs(found.q - CDNOW_SPEND.q)).toBeLessThan(0.1);
      expect(Math.abs(found.v / unit - CDNOW_SPEND.v)).toBeLessThan(0.5);
    }
  });

  it('[V7] is the prior under 20 who came back, low under 200, good from there', () => {
    expect([0, 19, 20, 199, 200].map(qualityOf)).toEqual(['prior', 'prior', 'low', 'low', 'good']);
  });
});

describe('the model of a workspace', () => {
  it('[V7] is the published one as long as hardly anybody came back', () => {
    const model = modelOf(Array.from({ length: 500 }, (_, i) => buyer(i < 19 ? 2 : 1, 400, 30, 20)));
    expect(model).toMatchObject({ customers: 500, repeaters: 19, quality: 'prior', bgnbd: CDNOW });
  });

  it('[V5] [V6] has the cuts and the steps of worth once there are 25, each currency for itself', () => {
    const model = modelOf([
      ...Array.from({ length: 40 }, (_, i) => buyer(3, 300, 20 + i, 10 + i)),
      ...Array.from({ length: 10 }, (_, i) => buyer(2, 200, 20 + i, 5, 'USD')),
    ]);
    expect(model.rfm?.monetary).toEqual({
      EUR: [17.8, 25.6, 33.4, 41.2].map((cut) => expect.closeTo(cut, 8)),
    });
    expect(Object.keys(model.worth)).toEqual(['EUR']);
    const steps = model.worth.EUR ?? [];
    expect(steps).toHaveLength(21);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(model.spend.USD?.n).toBe(10);
  });

  it('[V7] whatever the orders are, it holds finite numbers that the contract takes', () => {
    const facts = fc
      .record({
        n: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 50_000 })),
        first: fc.integer({ min: -400, max: 20_000 }),
        last: fc.integer({ min: -400, max: 20_000 }),
        price: fc.oneof(fc.constantFrom(0, 9e12, 0.001, -5), fc.double({ min: 0.01, max: 1e4, noNaN: true })),
        currency: fc.constantFrom('EUR', 'USD', 'xx'),
      })
      .map(({ n, first, last, price, currency }) =>
        buyer(n, Math.max(first, last), Math.min(first, last), price, currency),
      );
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 80 }), (all) => {
        const model = modelOf(all);
        expect(ValueModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
        const expected = expectedOrders({ x: 3, tx: 20, T: 30 }, 13, model.bgnbd);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(expected).toBeLessThan(1_000);
      }),
      { numRuns: 60 },
    );
  });

  it('[V7] is told to everybody again only when a number moved by more than 2 %', () => {
    const model = modelOf(Array.from({ length: 60 }, (_, i) => buyer(1 + (i % 3), 300, 20 + i, 10 + i)));
    expect(differs(undefined, model)).toBe(true);
    expect(differs(model, { ...model, fittedAt: NOW + DAY })).toBe(false);
    const a = model.bgnbd.a;
    expect(differs(model, { ...model, bgnbd: { ...model.bgnbd, a: a * 1.015 } })).toBe(false);
    expect(differs(model, { ...model, bgnbd: { ...model.bgnbd, a: a * 1.03 } })).toBe(true);
    expect(differs(model, { ...model, rfm: null })).toBe(true);
    expect(differs({ ...model, worth: {} }, model)).toBe(true);
  });
});
