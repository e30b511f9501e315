import type { EventType } from '../contract/events.ts';
import type { OpenFacts } from '../contract/facts.ts';
import { DAY } from '../contract/primitives.ts';

export type Subscription = {
  /** Ever had one: then silence between orders says nothing about them leaving. */
  ever: boolean;
  active: boolean;
  startedAt: number | null;
  cancelledAt: number | null;
  /** Newest start, renewal or resumption. */
  upAt: number | null;
  renewsAt: number | null;
  pausedAt: number | null;
  /** When the pause ends; null: not paused, or no date was named. */
  pausedUntil: number | null;
  /** Use in the last 28 days over the 28 before, if it was reported in the last 35. */
  usage: { ratio: number; at: number } | null;
};

export const readSubscription = (facts: OpenFacts, now: number): Subscription => {
  const of = (type: EventType) => facts.recent.subscription.find((stub) => stub.type === type);
  const usage = facts.recent.usage.find(({ d }) => typeof d.ratio === 'number');
  const [started, renewed, paused, resumed, cancelled] = [
    of('Subscription Started'),
    of('Subscription Renewed'),
    of('Subscription Paused'),
    of('Subscription Resumed'),
    of('Subscription Cancelled'),
  ];
  const up = [started, renewed, resumed].reduce((a, b) => (b && (!a || b.at > a.at) ? b : a), undefined);
  const renewal = [started, renewed, resumed]
    .flatMap((stub) =>
      stub && typeof stub.d.renewsAt === 'number' ? [{ at: stub.at, on: stub.d.renewsAt }] : [],
    )
    .sort((a, b) => b.at - a.at)[0];
  const active = up !== undefined && up.at >= (cancelled?.at ?? 0);
  const until = typeof paused?.d.until === 'number' ? paused.d.until : null;
  const isPaused =
    paused !== undefined &&
    paused.at > Math.max(up?.at ?? 0, cancelled?.at ?? 0) &&
    (until === null || now < until);
  return {
    ever: up !== undefined || cancelled !== undefined,
    active,
    startedAt: facts.tally['Subscription Started']?.first ?? up?.at ?? null,
    cancelledAt: cancelled && !active ? cancelled.at : null,
    upAt: up?.at ?? null,
    renewsAt: active ? (renewal?.on ?? null) : null,
    pausedAt: isPaused ? paused.at : null,
    pausedUntil: isPaused ? until : null,
    usage:
      usage && typeof usage.d.ratio === 'number' && now - usage.at <= 35 * DAY
        ? { ratio: usage.d.ratio, at: usage.at }
        : null,
  };
};
