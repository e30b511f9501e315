import { describe, expect, it } from 'vitest';
import type { Facts } from '#lib/contract/facts.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { expectedOrders, WEEK } from '#lib/lifecycle/value/bg-nbd.ts';
import { readValue, type Valued, worthPercentile } from '#lib/lifecycle/value/read-value.ts';
import { daysAgo, event, NOW, order } from '../people.ts';
import { published, valued } from './value-of.ts';

/** CDNOW's customer 1: two repeats, the last after 30.43 weeks, known for 38.86, repeats of 22.35 dollars on average. */
const customerOne = (): Valued => {
  const first = NOW - 38.86 * WEEK;
  const paid = (at: number, total: number) =>
    event('Order Completed', Math.round(at), { order: `o${at}`, total, currency: 'USD' });
  return valued(
    [paid(first, 29.33), paid(first + 10 * WEEK, 29.74), paid(first + 30.43 * WEEK, 14.96)],
    published,
  );
};

describe('what a customer is worth', () => {
  it('[V4] [R0-07] three orders of 20, 30 and 50 dollars are 100 dollars a year; an order in euros is a line of its own', () => {
    const { worth } = readValue(
      valued([
        order(300, { total: 20, currency: 'USD' }),
        order(200, { total: 30, currency: 'USD' }),
        order(100, { total: 50, currency: 'USD' }),
        order(50, { total: 1, currency: 'EUR' }),
      ]),
    );
    expect(worth.map(({ currency, year, ever }) => ({ currency, year, ever }))).toEqual([
      { currency: 'USD', year: 100, ever: 100 },
      { currency: 'EUR', year: 1, ever: 1 },
    ]);
  });

  it('[V4] [R0-07] a year is this month and the eleven before, less what was given back', () => {
    const at = (month: number, total: number) =>
      event('Order Completed', Date.UTC(2026, month, 15), { order: `m${month}`, total, currency: 'USD' });
    const events = [
      at(-1, 1_000),
      at(0, 30),
      at(11 - 12, 500),
      event('Order Completed', Date.UTC(2025, 10, 30), { order: 'old', total: 7, currency: 'USD' }),
      event('Order Refunded', Date.UTC(2026, 3, 2), { order: 'm0', total: 10, currency: 'USD' }),
    ];
    // Told in early December 2026: December 2025 is over, January 2026 is in.
    expect(readValue(valued(events)).worth[0]).toMatchObject({ year: 20, ever: 1_527 });
  });

  it('[V5] [R1-10] CDNOW customer 1 is worth 36.29 over 12 months at 1 % a month, between 0 and about 99', () => {
    const [worth] = readValue(customerOne()).worth;
    expect(worth?.expected?.value).toBeCloseTo(36.29, 2);
    expect(worth?.expected?.low).toBe(0);
    expect(worth?.expected?.high).toBeCloseTo(99.2, 0);
  });

  it('[V5] [R1-10] one order so far is not enough history: no number, and no range', () => {
    const once = readValue(valued([order(20, { total: 50, currency: 'USD' })], published));
    expect(once.worth).toEqual([{ currency: 'USD', year: 50, ever: 50, expected: null }]);
    expect(worthPercentile(valued([order(20, { total: 50, currency: 'USD' })], published))).toBeNull();
  });

  it('[V3] [R0-09] says how many orders to expect in 90 days: 0.45 of customer 1, and 1.226 in 39 weeks', () => {
    const { orders90, history } = readValue(customerOne());
    expect(orders90).toBeCloseTo(0.4525, 3);
    expect(history && expectedOrders(history, 39)).toBeCloseTo(1.226, 3);
    expect(readValue(valued([])).orders90).toBeNull();
    expect(readValue(valued([order(5)])).orders90).toBeGreaterThan(0);
  });

  it('[V3] [R4-06] names what it was made of: x, t_x, T and the money', () => {
    const { history, worth, quality } = readValue(customerOne());
    expect(history?.x).toBe(2);
    expect(history?.tx).toBeCloseTo(30.43, 4);
    expect(history?.T).toBeCloseTo(38.86, 4);
    expect(worth[0]).toMatchObject({ currency: 'USD', ever: 74.03 });
    expect(quality).toBe('good');
  });

  it('[V7] as long as the server has not looked, the published estimates and the customer’s own mean stand', () => {
    const { quality, rfm, worth } = readValue({ ...customerOne(), model: null });
    expect(quality).toBe('prior');
    expect(rfm).toBeNull();
    expect(worth[0]?.expected?.value).toBeGreaterThan(20);
    expect(worth[0]?.expected?.value).toBeLessThan(40);
  });

  it('[V5] a customer with orders in two currencies has two worths, each for its share of the orders', () => {
    const both = [5, 40, 80, 120].map((days, i) =>
      order(days, { total: 100, currency: i < 2 ? 'USD' : 'EUR' }),
    );
    const one = [5, 40, 80, 120].map((days) => order(days, { total: 100, currency: 'USD' }));
    const [half, other] = readValue(valued(both)).worth;
    const [whole] = readValue(valued(one)).worth;
    expect(half?.expected?.value).toBeCloseTo((whole?.expected?.value ?? 0) / 2, 0);
    expect(other?.expected?.value).toBeCloseTo(half?.expected?.value ?? 0, 5);
  });

  it('[V5] the mean of the repeats counts, not the first order; where its amount is not known, the mean of all', () => {
    const [cheapFirst] = readValue(
      valued([order(90, { total: 1, currency: 'USD' }), order(9, { total: 50, currency: 'USD' })]),
    ).worth;
    const [dearFirst] = readValue(
      valued([order(90, { total: 900, currency: 'USD' }), order(9, { total: 50, currency: 'USD' })]),
    ).worth;
    expect(cheapFirst?.expected?.value).toBeCloseTo(dearFirst?.expected?.value ?? 0, 8);
  });

  it('[V5] who got everything back has paid nothing, and nothing is said of them', () => {
    const back = [
      order(90, { total: 40, currency: 'USD' }),
      order(30, { total: 40, currency: 'USD' }),
      event('Order Refunded', daysAgo(20), { order: 'o90', total: 40, currency: 'USD' }),
      event('Order Refunded', daysAgo(10), { order: 'o30', total: 40, currency: 'USD' }),
    ];
    expect(readValue(valued(back, published)).worth[0]).toMatchObject({ ever: 0, expected: null });
  });

  it('[V6] scores recency, frequency and money from 1 to 5 by the cuts of the workspace', () => {
    const model = {
      ...published,
      rfm: {
        recency: [10, 30, 60, 100],
        frequency: [1, 1, 2, 4],
        monetary: { USD: [10, 20, 30, 40] },
      },
    };
    const money = { total: 35, currency: 'USD' };
    const view = valued([order(200, money), order(25, money)], model);
    expect(readValue(view).rfm).toEqual({ recency: 4, frequency: 3, monetary: 4 });
    expect(readValue(valued([order(25, { total: 35, currency: 'EUR' })], model)).rfm).toEqual({
      recency: 4,
      frequency: 1,
      monetary: null,
    });
  });

  it('[V5] stands where its expected year does among all customers, in the better of two currencies', () => {
    const steps = Array.from({ length: 21 }, (_, i) => i * 5);
    const view = customerOne();
    expect(worthPercentile({ ...view, model: { ...published, worth: { USD: steps } } })).toBeCloseTo(
      0.363,
      2,
    );
    const top = steps.map((step) => step / 10);
    expect(worthPercentile({ ...view, model: { ...published, worth: { USD: top } } })).toBe(1);
    const bottom = steps.map((step) => step + 1_000);
    expect(worthPercentile({ ...view, model: { ...published, worth: { USD: bottom } } })).toBe(0);
    expect(worthPercentile(view)).toBeNull();
    expect(worthPercentile({ ...view, model: null })).toBeNull();
  });

  it('[V4] reads the calendar right at its corners', () => {
    const yearAt = (now: number, months: Record<string, number>) => {
      const facts: Pick<Facts, 'money'> = { money: { EUR: { n: 1, total: 1, months } } };
      return readValue({ facts, now, orders: 1, history: null, model: null }).worth[0]?.year;
    };
    for (const now of [
      Date.UTC(1970, 0, 1),
      Date.UTC(2000, 1, 29, 23, 59),
      Date.UTC(2024, 1, 29),
      Date.UTC(2026, 11, 31, 23, 59, 59, 999),
      Date.UTC(2100, 2, 1),
    ]) {
      const name = (back: number) => {
        const date = new Date(now);
        return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1))
          .toISOString()
          .slice(0, 7);
      };
      expect(yearAt(now, { [name(0)]: 1, [name(11)]: 2, [name(12)]: 4, [name(-1)]: 8 })).toBe(3);
    }
  });

  it('[V3] a date from the future does not turn time back', () => {
    const { history, orders90 } = readValue(valued([order(10), order(-30)]));
    expect(history?.T).toBe(history?.tx);
    expect(orders90).toBeGreaterThan(0);
    expect(readValue(valued([event('Order Completed', NOW + 9 * DAY, { order: 'o' })])).history).toEqual({
      x: 0,
      tx: 0,
      T: 0,
    });
  });
});
