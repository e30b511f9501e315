import { DAY } from '../../contract/primitives.ts';
import { AWAY } from '../returned.ts';
import { expectedOrders, type History, WEEK } from '../value.ts';
import { lastAt, type View, wholeDays } from '../view.ts';
import type { StageRule } from './rule.ts';

/** [ST7] A repeat buyer who went silent is cooling: a third of them come back. One-time buyers: about 1 in 7. */
const REPEATS_THAT_EXEMPT = 3;
const EXPECTED_UNDER = 0.3;
const HORIZON_WEEKS = 39;

/** The subscription was cancelled, and nothing began anew since. */
export const cancelled: StageRule = (view) => {
  const at = view.subscription.cancelledAt;
  if (at === null || (view.lastOrderAt ?? 0) > at) return null;
  const trial = lastAt(view, 'Trial Started');
  if (trial !== null && trial > at)
    return {
      stage: 'educate',
      since: trial,
      from: null,
      because: [{ code: 'stage-trial-after-cancel', values: { cancelledAt: at, trialAt: trial } }],
    };
  return {
    stage: 'lapsed',
    since: at,
    from: null,
    because: [{ code: 'stage-cancelled', values: { cancelledAt: at } }],
  };
};

/** No order for half a year, and few or none expected in the next 39 weeks. */
export const lapsed: StageRule = (view) => {
  const { history, lastOrderAt, subscription } = view;
  if (!history || lastOrderAt === null || subscription.active || history.x >= REPEATS_THAT_EXEMPT)
    return null;
  if (view.now - lastOrderAt < AWAY || expectedOrders(history, HORIZON_WEEKS) >= EXPECTED_UNDER) return null;
  const n = Math.round(wholeDays(view, lastOrderAt) / 30.4);
  return {
    stage: 'lapsed',
    since: began(view, history, lastOrderAt),
    from: null,
    because: [
      history.x === 0
        ? { code: 'stage-one-order-quiet', values: { n } }
        : { code: 'stage-few-orders-quiet', values: { n, orders: view.orders } },
    ],
  };
};

/** The first day on which both conditions held. The expectation only falls with silence, so halving finds it. */
const began = (view: View, history: History, lastOrderAt: number): number => {
  const under = (at: number) =>
    expectedOrders({ ...history, T: history.T - (view.now - at) / WEEK }, HORIZON_WEEKS) < EXPECTED_UNDER;
  let low = lastOrderAt + AWAY;
  if (under(low)) return low;
  let high = view.now;
  while (high - low > DAY) {
    const middle = Math.floor((low + high) / 2);
    if (under(middle)) high = middle;
    else low = middle;
  }
  return high;
};
