import { describe, expect, it } from 'vitest';
import { CDNOW, expectedOrders } from '#lib/lifecycle/value/bg-nbd.ts';
import { hypergeometric } from '#lib/lifecycle/value/special.ts';

describe('expected orders (BG/NBD, Fader, Hardie and Lee 2005)', () => {
  it('[V1] expects 1.226 orders in 39 weeks of the published customer (x = 2, tx = 30.43, T = 38.86)', () => {
    expect(expectedOrders({ x: 2, tx: 30.43, T: 38.86 }, 39)).toBeCloseTo(1.226, 3);
  });

  // E[X(t)] of somebody new is the limit x = 0, T = 0. The published figures come from unrounded estimates.
  const unrounded = { r: 0.24259, alpha: 4.41353, a: 0.79289, b: 2.42576 };

  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])('[V1] expects of a new buyer within %f weeks %f orders', (weeks, orders) => {
    expect(Math.abs(expectedOrders({ x: 0, tx: 0, T: 0 }, weeks, unrounded) - orders)).toBeLessThan(0.001);
  });

  it('[V1] agrees with equation 10 as it is printed, before the transformation', () => {
    const { r, alpha, a, b } = CDNOW;
    for (const [x, tx, T, t] of [
      [0, 0, 20, 13],
      [1, 5, 20, 13],
      [7, 30, 38, 39],
      [12, 37, 38, 10],
    ] as const) {
      const printed =
        (((a + b + x - 1) / (a - 1)) *
          (1 -
            ((alpha + T) / (alpha + T + t)) ** (r + x) *
              hypergeometric(r + x, b + x, a + b + x - 1, t / (alpha + T + t)))) /
        (1 + (x > 0 ? (a / (b + x - 1)) * ((alpha + T) / (alpha + tx)) ** (r + x) : 0));
      expect(expectedOrders({ x, tx, T }, t)).toBeCloseTo(printed, 8);
    }
  });

  it('[V1] stays finite and never negative for very busy, very old and very quiet customers', () => {
    for (const x of [0, 1, 50, 2_000])
      for (const T of [0, 1, 500, 5_000])
        for (const t of [0.01, 13, 1_000]) {
          for (const tx of x === 0 ? [0] : [0, T / 2, T]) {
            const expected = expectedOrders({ x, tx, T }, t);
            expect(Number.isFinite(expected), `${x} ${tx} ${T} ${t}`).toBe(true);
            expect(expected).toBeGreaterThanOrEqual(0);
          }
        }
  });

  it('[V1] falls with silence and rises with the time that is asked about', () => {
    const inTime = (T: number) => expectedOrders({ x: 3, tx: 20, T }, 13);
    expect(inTime(20)).toBeGreaterThan(inTime(30));
    expect(inTime(30)).toBeGreaterThan(inTime(60));
    expect(expectedOrders({ x: 3, tx: 20, T: 22 }, 26)).toBeGreaterThan(inTime(22));
  });
});
