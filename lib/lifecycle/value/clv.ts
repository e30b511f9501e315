import type { BgNbd } from '../../contract/value.ts';
import type { Worth } from '../types.ts';
import { expectedOrders, type History, orderChances } from './bg-nbd.ts';
import { expectedSpend, type Spend, type SpendModel } from './gamma-gamma.ts';
import { betaUnder } from './special.ts';

/** Weeks in a month, as the published example counts them. */
const MONTH = 4.345;
const MONTHS = 12;
/** What a month of waiting takes off an amount. */
const DISCOUNT = 0.01;
const YEAR = MONTH * MONTHS;

/** Expected orders of the next 12 months, those of each month discounted from its end. */
const discountedOrders = (history: History, model: BgNbd): number => {
  let sum = 0;
  let before = 0;
  for (let month = 1; month <= MONTHS; month++) {
    const until = expectedOrders(history, month * MONTH, model);
    sum += (until - before) / (1 + DISCOUNT) ** month;
    before = until;
  }
  return sum;
};

/** How a customer buys in one currency: `share` of their orders are in it. */
export type Buyer = { history: History; spend: Spend; share: number };
export type Models = { orders: BgNbd; spend: SpendModel };

/** What they are expected to spend in the next 12 months, discounted at 1 % a month. For x = 0 it says nothing. */
export const expectedYear = ({ history, spend, share }: Buyer, models: Models): number =>
  share * discountedOrders(history, models.orders) * expectedSpend(spend, models.spend);

/** So many orders, and how likely. */
type Chance = { n: number; chance: number };

const MOST_ORDERS = 5_000;
const MOST_STEPS = 64;

/** What is left of n orders when each is in this currency with the same chance. */
const thinned = (chances: readonly number[], share: number): number[] => {
  if (share >= 1) return [...chances];
  const kept = chances.map(() => 0);
  const odds = share / (1 - share);
  for (const [n, chance] of chances.entries()) {
    let term = chance * (1 - share) ** n;
    for (let k = 0; k <= n; k++) {
      kept[k] = (kept[k] ?? 0) + term;
      term *= ((n - k) / (k + 1)) * odds;
    }
  }
  return kept;
};

/** How many orders of this currency to expect in a year, with chances; many numbers are drawn together into a few. */
const yearOfOrders = ({ history, share }: Buyer, model: BgNbd): Chance[] => {
  const mean = expectedOrders(history, YEAR, model);
  const most = Math.min(MOST_ORDERS, Math.ceil(12 + 6 * mean));
  const all = orderChances(most, YEAR, history, model);
  // To thin thousands one by one would take long, and there the share of the sum is as good.
  const [chances, rate] = most > 300 ? [all, share] : [thinned(all, share), 1];
  const step = Math.ceil(most / MOST_STEPS);
  const drawn: Chance[] = [{ n: 0, chance: chances[0] ?? 0 }];
  for (let from = 1; from < chances.length; from += step) {
    const some = chances.slice(from, from + step);
    const chance = some.reduce((sum, one) => sum + one, 0);
    drawn.push({ n: rate * (from + (some.length - 1) / 2), chance });
  }
  return drawn;
};

/** What at most so much was spent with: given n orders the sum is (v + x·mean) times a beta prime of (p·n, q + p·x). */
const chanceUnder = (
  amount: number,
  orders: readonly Chance[],
  { x, mean }: Spend,
  { p, q, v }: SpendModel,
) => {
  const at = amount / (amount + v + x * mean);
  let under = 0;
  for (const { n, chance } of orders) under += chance * (n === 0 ? 1 : betaUnder(at, p * n, q + p * x));
  return under;
};

/** The amount that is not exceeded with this chance, by halving. */
const amountAt = (share: number, under: (amount: number) => number): number => {
  if (under(0) >= share) return 0;
  let high = 1;
  while (under(high) < share && high < 1e15) high *= 4;
  let low = 0;
  for (let round = 0; round < 60 && high - low > 1e-4 * high; round++) {
    const middle = (low + high) / 2;
    if (under(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * The expected year with the range that holds four in five, from the models' own predictive distribution: how many orders
 * (BG/NBD, with what is known of this customer), what each comes to (Gamma-Gamma, likewise), cut at 10 and 90 % and
 * discounted as the expectation is. The doubt about the models' parameters is not in it. The range always holds the value.
 */
export const yearAhead = (buyer: Buyer, models: Models): NonNullable<Worth['expected']> => {
  const value = expectedYear(buyer, models);
  const orders = yearOfOrders(buyer, models.orders);
  const total = orders.reduce((sum, { chance }) => sum + chance, 0);
  const under = (amount: number) => chanceUnder(amount, orders, buyer.spend, models.spend) / total;
  const plain = expectedOrders(buyer.history, YEAR, models.orders);
  const worn = plain > 0 ? discountedOrders(buyer.history, models.orders) / plain : 1;
  return {
    value,
    low: Math.min(value, worn * amountAt(0.1, under)),
    high: Math.max(value, worn * amountAt(0.9, under)),
  };
};
