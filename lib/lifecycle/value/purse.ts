import type { Facts } from '../../contract/facts.ts';
import { DAY } from '../../contract/primitives.ts';
import { civilOf } from '../calendar.ts';
import type { Spend } from './gamma-gamma.ts';

/** What a customer spent in one currency. Amounts of two currencies never meet. */
export type Purse = {
  currency: string;
  /** Mean of all their orders. */
  mean: number;
  /** Orders after the first, as the model wants them; `x` is 0 where there was but one. Null: they paid nothing. */
  spend: Spend | null;
  /** 0..1: how many of their orders were in this currency. Of an order without an amount nothing is guessed. */
  share: number;
  /** Orders less refunds of this month and the eleven before, and of all time. */
  year: number;
  ever: number;
};

/** Months since the year 0, in UTC. */
const monthOf = (at: number): number => {
  const { year, month } = civilOf(Math.floor(at / DAY));
  return year * 12 + month - 1;
};

const inLastYear = (months: Readonly<Record<string, number>>, now: number): number => {
  const current = monthOf(now);
  let sum = 0;
  for (const [name, amount] of Object.entries(months)) {
    const month = Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7)) - 1;
    if (month > current - 12 && month <= current) sum += amount;
  }
  // Cents, not the dust of binary fractions.
  return Math.round(sum * 1_000) / 1_000;
};

const repeatSpend = ({ n, total, first }: Facts['money'][string]): Spend | null => {
  if (n < 2) return total > 0 ? { x: 0, mean: 0 } : null;
  const repeats = first ? (total - first.total) / (n - 1) : 0;
  // Nothing is left of the repeats where it was the first order that they gave back: then the mean of all has to do.
  const mean = repeats > 0 ? repeats : total / n;
  return mean > 0 ? { x: n - 1, mean } : null;
};

/** What is in the facts about money, one purse per currency, the one they use most first. */
export const pursesOf = ({ money }: Pick<Facts, 'money'>, orders: number, now: number): Purse[] => {
  const named = Object.entries(money);
  const all = Math.max(
    orders,
    named.reduce((sum, [, { n }]) => sum + n, 0),
  );
  return named
    .sort(([a, { n: left }], [b, { n: right }]) => right - left || (a < b ? -1 : 1))
    .map(([currency, one]) => ({
      currency,
      mean: one.n > 0 ? one.total / one.n : 0,
      spend: repeatSpend(one),
      share: all > 0 ? one.n / all : 0,
      year: inLastYear(one.months, now),
      ever: one.total,
    }));
};
