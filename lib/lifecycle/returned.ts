import { DAY } from '../contract/primitives.ts';
import { expectedOrders, type History, WEEK } from './value/bg-nbd.ts';
import type { View } from './view.ts';

/** [V1] The lapse looks so far ahead. */
const HORIZON_WEEKS = 39;

/**
 * [ST7] So silent that hardly an order is to be expected: about 1 in 7 of these come back. With many repeats, silence is
 * cooling and not the end.
 */
export const isSilentForGood = (
  history: History,
  { policy, model }: Pick<View, 'policy' | 'model'>,
): boolean => {
  const { silentDays, expectedUnder, repeatsUnder } = policy.stages.lapsed.enter;
  return (
    silentDays !== undefined &&
    history.x < (repeatsUnder ?? Infinity) &&
    history.T - history.tx >= (silentDays * DAY) / WEEK &&
    (expectedUnder === undefined || expectedOrders(history, HORIZON_WEEKS, model?.bgnbd) < expectedUnder)
  );
};

/** The newest order before which they counted as lapsed, the one before the silence, and how many came since. */
export const orderAfterSilence = (view: View): { at: number; before: number; n: number } | null => {
  const { orderTimes, orders, firstOrderAt, policy } = view;
  const { silentDays } = policy.stages.lapsed.enter;
  if (firstOrderAt === null || silentDays === undefined) return null;
  for (let i = 0; i + 1 < orderTimes.length; i++) {
    const at = orderTimes[i] ?? 0;
    const before = orderTimes[i + 1] ?? 0;
    if (at - before < silentDays * DAY) continue;
    const x = Math.max(0, orders - i - 2);
    const then = { x, tx: (before - firstOrderAt) / WEEK, T: (at - firstOrderAt) / WEEK };
    return isSilentForGood(then, view) ? { at, before, n: i + 1 } : null;
  }
  return null;
};

/** [S4] When the customer last came back to us, from the history or from what they did; null if never. */
export const cameBackAt = (view: View): number | null => {
  const { held, subscription, facts } = view;
  let back: number | null = held?.from === 'lapsed' ? held.at : null;
  const order = orderAfterSilence(view)?.at ?? null;
  if (order !== null && (back === null || order > back)) back = order;
  const cancelled = facts.recent.subscription.find((stub) => stub.type === 'Subscription Cancelled');
  const up = subscription.upAt;
  if (cancelled && subscription.active && up !== null && up > cancelled.at && (back === null || up > back))
    back = up;
  return back;
};
