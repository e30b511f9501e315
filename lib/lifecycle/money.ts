import type { EventOf } from '../contract/events.ts';
import type { Facts } from '../contract/facts.ts';
import { DAY } from '../contract/primitives.ts';
import { civilOf } from './calendar.ts';
import { mark } from './mark.ts';

type Purse = Facts['money'][string];

/** Beyond this an amount is not a price, and sums would no longer be exact. */
const MOST = 9e12;
/** Hardly anybody pays in more; of those who do, the first by name are kept. */
const CURRENCIES = 3;
const MONTHS = 13;

/** Exact to a thousandth, and never a negative zero. */
const exact = (amount: number): number => Math.round(amount * 1_000) / 1_000 + 0;

/**
 * [F4] Completed orders less refunds, each currency for itself: how many, what they came to, the first of them, and the
 * newest thirteen months (UTC). Sums are kept to a thousandth, so that they do not depend on the order in which
 * they were added. An amount without a currency is not money we can name. Changes `money`.
 */
export const pay = (
  money: Facts['money'],
  { type, at, id, data }: EventOf<'Order Completed'> | EventOf<'Order Refunded'>,
): void => {
  const { currency, total = 0 } = data;
  if (currency === undefined) return;
  let purse = money[currency];
  if (!purse) {
    purse = { n: 0, total: 0, months: {} };
    money[currency] = purse;
    // The same ones stay whatever order they came in.
    const names = Object.keys(money);
    if (names.length > CURRENCIES) for (const name of names.sort().slice(CURRENCIES)) delete money[name];
  }
  const amount = Math.abs(total) <= MOST ? exact(total) : 0;
  // Some shops write what they gave back with a minus, others without: it is less either way.
  const signed = type === 'Order Completed' ? amount : -Math.abs(amount);
  purse.total = exact(purse.total + signed);
  spread(purse.months, monthOf(at), signed);
  if (type !== 'Order Completed') return;
  purse.n++;
  purse.first = earlier(purse.first, { at, id: mark(id), total: amount });
};

const earlier = (a: Purse['first'], b: NonNullable<Purse['first']>): NonNullable<Purse['first']> => {
  if (!a) return b;
  if (a.at !== b.at) return a.at < b.at ? a : b;
  if (a.id !== b.id) return a.id < b.id ? a : b;
  return a.total <= b.total ? a : b;
};

const spread = (months: Purse['months'], month: string, amount: number): void => {
  const before = months[month];
  months[month] = exact((before ?? 0) + amount);
  if (before !== undefined) return;
  const names = Object.keys(months);
  if (names.length > MONTHS) for (const name of names.sort().slice(0, -MONTHS)) delete months[name];
};

/** The month in UTC, as `2026-11`. */
const monthOf = (at: number): string => {
  const { year, month } = civilOf(Math.floor(at / DAY));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
};
