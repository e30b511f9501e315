import { DAY } from '../../contract/primitives.ts';
import { isSilentForGood, orderAfterSilence } from '../returned.ts';
import { type History, WEEK } from '../value/bg-nbd.ts';
import { lastAt, type View, wholeDays } from '../view.ts';
import type { StageRule } from './rule.ts';

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

/**
 * [ST7] No order for half a year, few or none expected in the next 39 weeks, and under three repeats: a repeat
 * buyer who went silent is cooling, and a third of them come back.
 */
export const lapsed: StageRule = (view) => {
  const { history, lastOrderAt, subscription } = view;
  if (!history || lastOrderAt === null || subscription.active) return null;
  const numbers = view.policy.stages.lapsed;
  const back = orderAfterSilence(view);
  if (back && back.n < (numbers.leave.orders ?? Infinity))
    return {
      stage: 'lapsed',
      since: back.before + (numbers.enter.silentDays ?? 0) * DAY,
      from: null,
      because: [{ code: 'stage-back-not-yet', values: { n: back.n, backAt: back.at } }],
    };
  if (!isSilentForGood(history, view)) return null;
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
  const { silentDays } = view.policy.stages.lapsed.enter;
  const under = (at: number) => isSilentForGood({ ...history, T: history.T - (view.now - at) / WEEK }, view);
  let low = Math.min(view.now, lastOrderAt + (silentDays ?? 0) * DAY);
  if (under(low)) return low;
  let high = view.now;
  while (high - low > DAY) {
    const middle = Math.floor((low + high) / 2);
    if (under(middle)) high = middle;
    else low = middle;
  }
  return high;
};
