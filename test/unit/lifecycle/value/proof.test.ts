import { describe, expect, it } from 'vitest';
import { allChecks, isWithin } from '#scripts/proof/checks.ts';

const checks = allChecks();
const ours = (what: string): number => checks.find((check) => check.what === what)?.ours ?? Number.NaN;

describe('the published figures', () => {
  it('[V1] [V2] come out of the published data again, every one within its tolerance', () => {
    expect(checks.filter((check) => !isWithin(check))).toEqual([]);
    expect(checks.length).toBeGreaterThan(70);
  });

  it('[V1] [R0-09] CDNOW customer 1 is expected to order 1.226 times in 39 weeks', () => {
    expect(Math.abs(ours('orders in 39 weeks of customer 1') - 1.226)).toBeLessThan(0.001);
  });

  it('[V1] the hold-out: 4,339 repeats by week 78, forecast 4.1 % too low, correlation 0.6256, one-time buyers 0.2251', () => {
    expect(ours('repeats by week 78, counted')).toBe(4_339);
    expect(ours('forecast of them, % off')).toBeCloseTo(-4.1, 1);
    expect(ours('correlation by customer')).toBeCloseTo(0.6256, 3);
    expect(ours('one-time buyers, mean forecast')).toBeCloseTo(0.2251, 3);
  });

  it('[V2] [R1-10] CDNOW customer 1 comes to 36.29 in 12 months at 1 % a month', () => {
    expect(ours('customer 1, 12 months at 1 % a month')).toBeCloseTo(36.29, 2);
  });

  it('a figure that is off is told from one that is not', () => {
    expect(isWithin({ what: '', published: 1, ours: 1.011, tolerance: 0.01 })).toBe(false);
    expect(isWithin({ what: '', published: 1, ours: Number.NaN, tolerance: 0.01 })).toBe(false);
  });
});
