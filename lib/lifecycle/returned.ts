import { DAY } from '../contract/primitives.ts';
import type { View } from './view.ts';

/** Silence after which an order means that somebody came back. */
export const AWAY = 180 * DAY;

/** [S4] When the customer last came back to us, from the history or from what they did; null if never. */
export const cameBackAt = (view: View): number | null => {
  let back: number | null = view.held && view.held.from === 'lapsed' ? view.held.at : null;
  const { orderTimes, subscription, facts } = view;
  for (let i = 0; i + 1 < orderTimes.length; i++) {
    const at = orderTimes[i] ?? 0;
    if (at - (orderTimes[i + 1] ?? 0) >= AWAY) {
      if (back === null || at > back) back = at;
      break;
    }
  }
  const cancelled = facts.recent.subscription.find((stub) => stub.type === 'Subscription Cancelled');
  if (cancelled && subscription.active && subscription.upAt !== null && subscription.upAt > cancelled.at)
    if (back === null || subscription.upAt > back) back = subscription.upAt;
  return back;
};
