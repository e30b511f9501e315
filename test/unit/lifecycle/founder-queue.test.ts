import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '#lib/contract/primitives.ts';
import {
  founderQueue,
  type Third,
  thirds,
  thirdsBySpend,
  type Waiting,
} from '#lib/lifecycle/founder-queue.ts';
import { daysAgo, NOW } from './people.ts';

const waiting = (customer: string, third: Third, score: number, since = daysAgo(3)): Waiting => ({
  customer,
  third,
  score,
  since,
});
const many = (third: Third, n: number, score: number) =>
  Array.from({ length: n }, (_, i) => waiting(`${third}-${i}`, third, score - i / 100));

describe('[G7] [R3-14] the founder’s queue', () => {
  it('gives of 12 places at least 3 to each third, however the scores lie, with a receipt', () => {
    // All the best scores are with those who spend most.
    const all = [...many(2, 20, 90), ...many(1, 20, 60), ...many(0, 20, 30)];
    const { picked, receipt } = founderQueue(all, 12, [], 0.25, NOW);
    expect(receipt).toEqual({ slots: 12, byThird: [3, 3, 6], least: 3, weeks: 4, short: [] });
    expect(picked).toHaveLength(12);
    // Within each third the best scores were taken.
    for (const third of thirds)
      expect(picked.filter((one) => one.third === third).map(({ customer }) => customer)).toEqual(
        many(third, receipt.byThird[third], 0).map(({ customer }) => customer),
      );
  });

  it('says 4/4/4 where nothing has to be put right', () => {
    const all = [0, 1, 2, 3].flatMap((i) => thirds.map((third) => waiting(`${third}-${i}`, third, 50 - i)));
    expect(founderQueue(all, 12, [], 0.25, NOW).receipt.byThird).toEqual([4, 4, 4]);
  });

  it('counts the places of the last four weeks, and no older ones', () => {
    const given = (days: number, third: Third, n: number) =>
      Array.from({ length: n }, () => ({ at: daysAgo(days), third }));
    const all = [...many(2, 9, 90), ...many(0, 9, 30), ...many(1, 9, 20)];
    const { picked, receipt } = founderQueue(all, 4, [...given(9, 2, 6), ...given(9, 1, 2)], 0.25, NOW);
    // The best scores are passed over: what is left belongs to those who had too little.
    expect(picked.map(({ third }) => third)).toEqual([0, 0, 0, 1]);
    expect(receipt).toMatchObject({ slots: 12, byThird: [3, 3, 6], short: [] });
    const old = founderQueue(all, 4, given(28, 2, 12), 0.25, NOW);
    expect(old.receipt.slots).toBe(4);
  });

  it('says which third came short because nobody of it waits', () => {
    const { picked, receipt } = founderQueue([...many(2, 9, 90), ...many(1, 9, 80)], 8, [], 0.25, NOW);
    expect(picked).toHaveLength(8);
    expect(receipt).toMatchObject({ least: 2, short: [0] });
  });

  it('holds to the share for any scores and any queue', () => {
    const one = fc.record({
      third: fc.constantFrom(...thirds),
      score: fc.integer({ min: 10, max: 200 }),
      since: fc.integer({ min: NOW - 90 * DAY, max: NOW }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), fc.nat(20), (people, free) => {
        const all = people.map((each, i) => ({ ...each, customer: `c${i}` }));
        const { picked, receipt } = founderQueue(all, free, [], 0.25, NOW);
        expect(picked).toHaveLength(Math.min(free, all.length));
        expect(new Set(picked.map(({ customer }) => customer)).size).toBe(picked.length);
        for (const third of thirds) {
          const there = all.filter((each) => each.third === third).length;
          expect(receipt.byThird[third]).toBeGreaterThanOrEqual(
            Math.min(there, Math.floor(picked.length / 4)),
          );
        }
        expect(founderQueue(all.toReversed(), free, [], 0.25, NOW).picked).toEqual(picked);
      }),
      { numRuns: 1_000 },
    );
  });

  it('sorts customers into thirds within their own currency', () => {
    const customers = [
      ...[10, 20, 30, 40, 50, 60].map((EUR, i) => ({ customer: `eur${i}`, spent: { EUR } })),
      ...[9_000, 8_000, 7_000].map((PHP, i) => ({ customer: `php${i}`, spent: { PHP } })),
      { customer: 'both', spent: { EUR: 70, PHP: 1 } },
      { customer: 'none', spent: {} },
    ];
    const found = thirdsBySpend(customers);
    expect(['eur0', 'eur3', 'eur5', 'php0', 'php2', 'both', 'none'].map((id) => found.get(id))).toEqual([
      0, 1, 2, 2, 0, 2, 0,
    ]);
  });
});
