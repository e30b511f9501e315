import type { Facts } from '../../contract/facts.ts';
import type { ValueModel } from '../../contract/value.ts';
import type { ValueReading, Worth } from '../types.ts';
import { CDNOW, expectedOrders, type History } from './bg-nbd.ts';
import { type Buyer, expectedYear, type Models, yearAhead } from './clv.ts';
import { spendPrior } from './gamma-gamma.ts';
import { type Purse, pursesOf } from './purse.ts';
import { quintile, quintileDown } from './rfm.ts';

/** What of a view the value is read from. */
export type Valued = {
  facts: Pick<Facts, 'money'>;
  now: number;
  orders: number;
  history: History | null;
  model: ValueModel | null;
};

const NINETY_DAYS = 90 / 7;

/**
 * The buyer as the models see them, with the models; null: not enough history. As long as nothing is known of what orders
 * come to in a currency, a customer's own mean is the best guess for it.
 */
const asBuyer = ({ history, model }: Valued, purse: Purse): [Buyer, Models] | null => {
  const { spend, share, currency } = purse;
  if (!history || history.x === 0 || !spend) return null;
  const ofOrders = model?.spend[currency] ?? (spend.x > 0 ? spendPrior(spend.mean) : null);
  return (
    ofOrders && [
      { history, spend, share },
      { orders: model?.bgnbd ?? CDNOW, spend: ofOrders },
    ]
  );
};

const readWorth = (view: Valued, purse: Purse): Worth => {
  const found = asBuyer(view, purse);
  const { currency, year, ever } = purse;
  return { currency, year, ever, expected: found && yearAhead(...found) };
};

const readRfm = (view: Valued, purses: readonly Purse[]): ValueReading['rfm'] => {
  const { history, model } = view;
  if (!history || !model?.rfm) return null;
  const { recency, frequency, monetary } = model.rfm;
  const [most] = purses;
  const cuts = most && monetary[most.currency];
  return {
    recency: quintileDown(Math.max(0, history.T - history.tx) * 7, recency),
    frequency: quintile(history.x + 1, frequency),
    monetary: most && cuts ? quintile(most.mean, cuts) : null,
  };
};

/** [V3]–[V6] What a customer is likely to do and be worth, with all that it was made of. */
export const readValue = (view: Valued): ValueReading => {
  const { facts, history, model, orders, now } = view;
  const purses = pursesOf(facts, orders, now);
  return {
    orders90: history && expectedOrders(history, NINETY_DAYS, model?.bgnbd),
    history,
    worth: purses.map((purse) => readWorth(view, purse)),
    rfm: readRfm(view, purses),
    quality: model?.quality ?? 'prior',
  };
};

/** The share of the ascending steps that a value is past, between two of them by proportion. */
const placeAmong = (value: number, steps: readonly number[]): number => {
  const above = steps.findIndex((step) => step > value);
  if (above === 0) return 0;
  if (above === -1) return 1;
  const [low, high] = [steps[above - 1] ?? 0, steps[above] ?? 0];
  return (above - 1 + (value - low) / (high - low)) / (steps.length - 1);
};

/**
 * [V5] Where their expected 12 months stand among all customers who came back, 0..1; in several currencies the best of them,
 * since amounts cannot be added. Null: not enough history, or too few to compare with.
 */
export const worthPercentile = (view: Valued): number | null => {
  let best: number | null = null;
  for (const purse of pursesOf(view.facts, view.orders, view.now)) {
    const steps = view.model?.worth[purse.currency];
    const found = steps && asBuyer(view, purse);
    if (!steps || !found) continue;
    const place = placeAmong(expectedYear(...found), steps);
    if (best === null || place > best) best = place;
  }
  return best;
};
