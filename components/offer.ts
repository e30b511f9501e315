import { Direction, TouchpointKind } from '#lib/contract/touchpoint.ts';
import type { Dispatch, View } from './model.ts';

type CustomerView = Extract<View, { kind: 'customer' }>;

/** A customer whom a tab showed, and in which conversation. `dispatch` is theirs, whoever is shown later. */
export type Shown = {
  tab: number;
  whom: CustomerView;
  dispatch: Dispatch;
  conversation: string | null;
  from: number;
  /** When they went out of view; null: they have not. */
  until: number | null;
};

/** A reply that seems to have gone out to them, and may be logged with one click. */
export type Offer = {
  tab: number;
  whom: CustomerView;
  dispatch: Dispatch;
  at: number;
  conversation: string | null;
  /** The conversation that the page went on to by itself; none yet. */
  next?: string;
};

/** What is beside the panel now. `conversation` null: none is open. */
export type Here = { view: View; conversation: string | null };

/** Who comes back to a reply after this long does not mean that one. Milliseconds, as all here. */
export const OFFER_MS = 5 * 60_000;
/** A page that changes takes its customer out of view for a moment, and something may be sent off just then. */
const GRACE_MS = 2_000;
/** A page that goes on to the next conversation by itself does so with the sending; later than this it was the rep. */
export const GOES_ON_MS = 5_000;
/** How long the offer may stay beside somebody else then. */
export const NEXT_MS = 30_000;

/** All known addresses of whoever is shown: what a reply to them may be addressed to. */
export const addressesOf = (view: View): string[] => {
  if (view.kind !== 'customer') return [];
  const { candidate, record } = view;
  const here = candidate ? [candidate.address, candidate.person.address, candidate.as?.address] : [];
  return [...new Set([...record.profile.addresses, ...here])].filter((one) => one !== undefined);
};

/** Notes who is shown now, in `history`, the newest first; a few are enough for a reply that takes its time. */
export const noteShown = (
  history: readonly Shown[],
  now: Omit<Shown, 'from' | 'until'> | null,
  at: number,
): Shown[] => {
  const [last, ...before] = history;
  const isSame =
    last?.until === null &&
    now?.tab === last.tab &&
    now.whom.record.id === last.whom.record.id &&
    now.conversation === last.conversation;
  if (last && isSame && now) return [{ ...last, ...now }, ...before];
  const ended = history.map((one) => ({ ...one, until: one.until ?? at }));
  return now ? [{ ...now, from: at, until: null }, ...ended].slice(0, 5) : ended;
};

/**
 * What a reply that was sent off in `tab` at `sentAt`, and is told of at `at`, offers: the log of the customer who was shown there when
 * it was sent off. Who is shown by now may be somebody else: many pages go on to the next conversation.
 */
export const offerOf = (history: readonly Shown[], tab: number, sentAt: number, at: number): Offer | null => {
  const one = history.find(({ tab: of, from }) => of === tab && from <= sentAt);
  const isGone = !one || (one.until !== null && sentAt - one.until > GRACE_MS);
  return one && !isGone
    ? { tab, whom: one.whom, dispatch: one.dispatch, conversation: one.conversation, at }
    : null;
};

/** Whether a mail of ours to them was logged since, in whatever way. */
const isLogged = ({ record }: CustomerView, since: number): boolean =>
  record.timeline.some(
    ({ type, at, data }) =>
      type === 'Touchpoint Logged' &&
      at >= since &&
      data.kind === TouchpointKind.enum.EMAIL &&
      data.direction === Direction.enum.out,
  );

/**
 * The offer as it stands beside what is here now; null: it is over. It goes with its conversation: beside another one, even of the same
 * customer, it would seem to be about that. But with the sending many pages go on by themselves: from the composer's page back to the
 * mail, or to the next customer in the queue. There it stays, for a short while only beside somebody else: it names whom it is
 * about, and a rep who works so would never be asked without it. Where nobody is open, such as in a list of mails, it stays, too.
 */
export const follow = (offer: Offer, { view, conversation }: Here, now: number): Offer | null => {
  const { whom, at, next } = offer;
  const isTheirs = view.kind === 'customer' && view.record.id === whom.record.id;
  if (now - at >= OFFER_MS || (isTheirs && isLogged(view, at))) return null;
  if (conversation === null || view.kind === 'loading') return offer;
  if (conversation === offer.conversation) return isTheirs || view.kind !== 'customer' ? offer : null;
  if (conversation === next) return isTheirs || now - at < NEXT_MS ? offer : null;
  return next === undefined && now - at < GOES_ON_MS ? { ...offer, next: conversation } : null;
};
