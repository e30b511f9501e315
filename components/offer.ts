import { Direction, TouchpointKind } from '#lib/contract/touchpoint.ts';
import type { Dispatch, View } from './model.ts';

type CustomerView = Extract<View, { kind: 'customer' }>;

/** The customer whom a tab showed last. `dispatch` is theirs, whoever is shown later. */
export type LastShown = {
  tab: number;
  whom: CustomerView;
  dispatch: Dispatch;
  /** When they went out of view; null: they have not. */
  until: number | null;
};

/** A reply that seems to have gone out to them, and may be logged with one click. */
export type Offer = { tab: number; whom: CustomerView; dispatch: Dispatch; at: number };

/** Who comes back to a reply after this long does not mean that one. Milliseconds. */
export const OFFER_MS = 5 * 60_000;
/** The page that sends goes away, and its customer with it: the word of the reply may come just after that. */
const GRACE_MS = 2_000;

/** What a reply that went out of `tab` at `at` offers: nothing, unless the tab showed a customer. */
export const offerOf = (last: LastShown | null, tab: number, at: number): Offer | null =>
  last?.tab === tab && (last.until === null || at - last.until <= GRACE_MS)
    ? { tab, whom: last.whom, dispatch: last.dispatch, at }
    : null;

/** Whether a mail of ours to them was logged since, in whatever way. */
const isLogged = ({ record }: CustomerView, since: number): boolean =>
  record.timeline.some(
    ({ type, at, data }) =>
      type === 'Touchpoint Logged' &&
      at >= since &&
      data.kind === TouchpointKind.enum.EMAIL &&
      data.direction === Direction.enum.out,
  );

/** Whether the offer still stands: not for long, and not beside another customer or once it was logged. */
export const stands = ({ whom, at }: Offer, view: View, now: number): boolean =>
  now - at < OFFER_MS &&
  (view.kind !== 'customer' || (view.record.id === whom.record.id && !isLogged(view, at)));
