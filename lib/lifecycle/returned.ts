import { DAY } from '../contract/primitives.ts';
import { expectedOrders, type History, WEEK } from './value/bg-nbd.ts';
import type { View } from './view.ts';

/** Silence after which an order means that somebody came back. */
export const AWAY = 180 * DAY;

/** [ST7] With three repeats or more, silence is cooling and not the end. */
export const REPEATS_THAT_EXEMPT = 3;
const EXPECTED_UNDER = 0.3;
const HORIZON_WEEKS = 39;

/** [ST7] So silent that hardly an order is to be expected: about 1 in 7 of these come back. */
export const isSilentForGood = (history: History): boolean =>
  history.x < REPEATS_THAT_EXEMPT &&
  history.T - history.tx >= AWAY / WEEK &&
  expectedOrders(history, HORIZON_WEEKS) < EXPECTED_UNDER;

/** The newest order before which they counted as lapsed. */
const orderAfterSilence = ({ orderTimes, orders, firstOrderAt }: View): number | null => {
  if (firstOrderAt === null) return null;
  for (let i = 0; i + 1 < orderTimes.length; i++) {
    const at = orderTimes[i] ?? 0;
    const before = orderTimes[i + 1] ?? 0;
    if (at - before < AWAY) continue;
    const x = Math.max(0, orders - i - 2);
    return isSilentForGood({ x, tx: (before - firstOrderAt) / WEEK, T: (at - firstOrderAt) / WEEK })
      ? at
      : null;
  }
  return null;
};

/** [S4] When the customer last came back to us, from the history or from what they did; null if never. */
export const cameBackAt = (view: View): number | null => {
  const { held, subscription, facts } = view;
  let back: number | null = held?.from === 'lapsed' ? held.at : null;
  const order = orderAfterSilence(view);
  if (order !== null && (back === null || order > back)) back = order;
  const cancelled = facts.recent.subscription.find((stub) => stub.type === 'Subscription Cancelled');
  const up = subscription.upAt;
  if (cancelled && subscription.active && up !== null && up > cancelled.at && (back === null || up > back))
    back = up;
  return back;
};
