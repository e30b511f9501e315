import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceAlive, expectedOrders, repeatChances } from '#lib/lifecycle/value/bg-nbd.ts';
import { yearAhead } from '#lib/lifecycle/value/clv.ts';
import { quantile, quintile, quintileCuts, quintileDown } from '#lib/lifecycle/value/rfm.ts';
import { betaln, betaUnder, gammaln } from '#lib/lifecycle/value/special.ts';

/** A number between two others, small and large alike. */
const between = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp);
/** Whatever a fit may find. */
const model = fc.record({
  r: between(0.01, 30),
  alpha: between(0.1, 1_000),
  a: between(0.01, 10),
  b: between(0.01, 100),
});
const history = fc
  .record({
    x: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3_000 })),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    T: fc.double({ min: 0, max: 1_500, noNaN: true }),
  })
  .map(({ x, share, T }) => ({ x, tx: x === 0 ? 0 : share * T, T }));

describe('the functions under the models', () => {
  it('ln Γ is that of factorials, of a half, and of what comes between', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(gammaln(n)).toBeCloseTo(Math.log(factorial), 12);
      factorial *= n;
    }
    expect(gammaln(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    for (const z of [0.001, 0.243, 3.7, 41.5, 9_999.25])
      expect(gammaln(z + 1) - gammaln(z)).toBeCloseTo(Math.log(z), 9);
  });

  it('the incomplete beta function agrees with what it comes to by hand', () => {
    expect(betaln(2, 3)).toBeCloseTo(Math.log(1 / 12), 12);
    // Beta(1, b) is under x with 1 - (1 - x)^b; Beta(2, 3) with 6x² - 8x³ + 3x⁴.
    for (const x of [0, 0.01, 0.3, 0.77, 1]) {
      expect(betaUnder(x, 1, 4)).toBeCloseTo(1 - (1 - x) ** 4, 12);
      expect(betaUnder(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 12);
    }
    expect(betaUnder(0.5, 300, 300)).toBeCloseTo(0.5, 9);
  });

  it('[V1] the chances of 0, 1, 2 … repeats come to one, and their mean to the expectation', () => {
    const cdnow = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    const chances = repeatChances(3_000, 39, cdnow);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    const mean = chances.reduce((sum, chance, n) => sum + n * chance, 0);
    expect(mean).toBeCloseTo(expectedOrders({ x: 0, tx: 0, T: 0 }, 39, cdnow), 4);
  });

  it('[V1] with any parameters an expectation is a number, not below zero, and grows with time', () => {
    fc.assert(
      fc.property(model, history, (params, one) => {
        const [near, far] = [expectedOrders(one, 13, params), expectedOrders(one, 39, params)];
        expect(near).toBeGreaterThanOrEqual(0);
        expect(far).toBeGreaterThanOrEqual(near * (1 - 1e-3) - 1e-9);
        expect(far).toBeLessThanOrEqual((39 * (params.r + one.x)) / (params.alpha + one.T) + 1e-9);
        const alive = chanceAlive(one, params);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[V5] the range holds the value, whoever the customer is', () => {
    fc.assert(
      fc.property(
        history,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        between(0.001, 1_000),
        (one, share, mean) => {
          const buyer = { history: { ...one, x: one.x + 1 }, spend: { x: one.x + 1, mean }, share };
          const models = {
            orders: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
            spend: { p: 6.25, q: 3.74, v: mean / 2 },
          };
          const { value, low, high } = yearAhead(buyer, models);
          expect(Number.isFinite(high)).toBe(true);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('quintiles', () => {
  it('[V6] cut where a fifth, two fifths … of all lie under, and equal values score the same', () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    const cuts = quintileCuts(values) ?? [];
    expect(cuts).toEqual([20, 40, 60, 80]);
    expect([0, 20, 21, 60, 100].map((value) => quintile(value, cuts))).toEqual([1, 1, 2, 3, 5]);
    expect([0, 20, 21, 100].map((value) => quintileDown(value, cuts))).toEqual([5, 5, 4, 1]);
    expect(quantile([1, 2], 0.25)).toBe(1.25);
  });

  it('[V6] are not made of fewer than 25', () => {
    expect(quintileCuts(Array.from({ length: 24 }, () => 1))).toBeNull();
    expect(quintileCuts(Array.from({ length: 25 }, () => 1))).toEqual([1, 1, 1, 1]);
  });
});
