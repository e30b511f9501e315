import { readdirSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { CDNOW, expectedOrders, WEEK } from '#lib/lifecycle/value/bg-nbd.ts';
import { expectedYear } from '#lib/lifecycle/value/clv.ts';
import { CDNOW_SPEND } from '#lib/lifecycle/value/gamma-gamma.ts';
import { readValue } from '#lib/lifecycle/value/read-value.ts';
import { event, NOW, order, view } from '../lifecycle/people.ts';
import { atTheLimit, scene } from './scene.ts';

/** Somebody who ordered so many weeks after the first time, known for T weeks. */
const buyer = (weeks: number[], T: number) =>
  view(
    weeks.map((week, i) =>
      event('Order Completed', Math.round(NOW - (T - week) * WEEK), {
        order: `o${i}`,
        total: 22.35,
        currency: 'USD',
      }),
    ),
  );

describe('what a customer is worth', () => {
  it('[R0-07] adds orders of 20, 30 and 50 USD to 100 USD, and gives EUR a line of its own', () => {
    const { worth } = readValue(
      view([
        order(90, { total: 20, currency: 'USD' }),
        order(60, { total: 30, currency: 'USD' }),
        order(30, { total: 50, currency: 'USD' }),
        order(10, { total: 70, currency: 'EUR' }),
      ]),
    );
    expect(worth).toMatchObject([
      { currency: 'USD', year: 100, ever: 100 },
      { currency: 'EUR', year: 70, ever: 70 },
    ]);
  });

  it('[R0-09] expects of the 1st customer of the CDNOW data 1.226 orders in 39 weeks', () => {
    const file = readFileSync('test/data/cdnow/summaries.csv', 'utf8');
    const first = file.split('\n').find((line) => line.startsWith('1,')) ?? '';
    expect(first.split(',').slice(1, 4).map(Number)).toEqual([2, 30.43, 38.86]);
    const seen = buyer([0, 12, 30.43], 38.86);
    expect(seen.history?.x).toBe(2);
    expect(seen.history?.tx).toBeCloseTo(30.43, 6);
    expect(seen.history?.T).toBeCloseTo(38.86, 6);
    expect(seen.history && expectedOrders(seen.history, 39)).toBeCloseTo(1.226, 3);
    const { orders90 } = readValue(seen);
    expect(orders90).toBeGreaterThan(0.3);
    expect(orders90).toBeLessThan(1.226 / 2);
  });

  it('[R1-10] values CDNOW customer 1 at 36.29 for 12 months at 1 % a month, and nobody without a repeat', () => {
    const history = { x: 2, tx: 30.43, T: 38.86 };
    const models = { orders: CDNOW, spend: CDNOW_SPEND };
    expect(expectedYear({ history, spend: { x: 2, mean: 22.35 }, share: 1 }, models)).toBeCloseTo(36.29, 2);
    const expected = (weeks: number[]) => readValue(buyer(weeks, 38.86)).worth[0]?.expected;
    expect(expected([0, 12, 30.43])).toMatchObject({ value: expect.any(Number) });
    // 0 repeats: the card says "not enough history".
    expect(buyer([0], 38.86).history?.x).toBe(0);
    expect(expected([0])).toBeNull();
  });

  it('[R0-20] never multiplies by the 5 of "winning costs five times as much"', () => {
    // What makes a score; elsewhere a five belongs to the calendar.
    const parts = ['score.ts', 'decide.ts', 'desk.ts', 'explore.ts', 'outcomes.ts', 'health.ts'];
    for (const folder of ['guards', 'triggers'])
      parts.push(...readdirSync(`lib/lifecycle/${folder}`).map((name) => `${folder}/${name}`));
    const found: string[] = [];
    for (const name of parts) {
      const text = readFileSync(`lib/lifecycle/${name}`, 'utf8');
      new Visitor({
        BinaryExpression: ({ operator, left, right, start, end }) => {
          const isFive = [left, right].some((side) => side.type === 'Literal' && side.value === 5);
          if ((operator === '*' || operator === '/') && isFive)
            found.push(`${name}: ${text.slice(start, end)}`);
        },
      }).visit(parseSync(name, text).program);
    }
    expect(found).toEqual([]);
    // And no factor of a suggestion comes near it, least of all that of money.
    const factors = scene([order(60), ...atTheLimit()]).card('suggest_upgrade')?.factors ?? [];
    expect(factors).toHaveLength(6);
    expect(factors.find(({ id }) => id === 'V')?.value).toBeLessThanOrEqual(1.2);
    for (const { value } of factors) expect(value).toBeLessThan(5);
  });
});
