import { DAY } from '../contract/primitives.ts';
import type { Sign } from './types.ts';
import { daysSince, lastAt, type View, wholeDays } from './view.ts';

/** A fall of the newest rating by two stars or more, if it happened in the last `days`. */
export const ratingFall = (view: View, days: number): Sign | null => {
  const [newest, before] = view.ratings;
  if (!newest || !before || before.stars - newest.stars < 2 || daysSince(view, newest.at) > days) return null;
  return { since: newest.at, because: { code: 'sign-rating-fell', values: { ratedAt: newest.at } } };
};

/** When their last order will lie, or lay, one and a half of their own usual gaps back; null: they have none. */
export const overRhythmAt = ({ rhythm, lastOrderAt }: View): number | null =>
  rhythm === null || lastOrderAt === null ? null : lastOrderAt + 1.5 * rhythm;

/** The last order lies further back than that. */
export const overRhythm = (view: View): Sign | null => {
  const since = overRhythmAt(view);
  if (view.rhythm === null || view.lastOrderAt === null || since === null || view.now <= since) return null;
  return {
    since: Math.round(since),
    because: {
      code: 'sign-quiet',
      values: { n: wholeDays(view, view.lastOrderAt), usual: Math.round(view.rhythm / DAY) },
    },
  };
};

export const usageFall = (view: View): Sign | null => {
  const { usage } = view.subscription;
  if (!usage || usage.ratio > 0.6) return null;
  return {
    since: usage.at,
    because: { code: 'sign-usage-fell', values: { percent: Math.round((1 - usage.ratio) * 100) } },
  };
};

/** A payment failed, and neither a new card nor a renewal came after it. */
export const paymentTrouble = (view: View): number | null => {
  const failed = lastAt(view, 'Payment Failed');
  if (failed === null) return null;
  const mended = Math.max(lastAt(view, 'Payment Method Updated') ?? 0, view.subscription.upAt ?? 0);
  return mended > failed ? null : failed;
};

/** [S6] All early signs of churn, oldest first. */
export const churnSigns = (view: View): Sign[] => {
  const found: (Sign | null)[] = [overRhythm(view), usageFall(view), ratingFall(view, 60)];
  const reopened = view.complaints.find((m) => m.state === 'open' && m.reopened > 0);
  if (reopened)
    found.push({
      since: reopened.openedAt,
      because: { code: 'sign-reopened', values: { openedAt: reopened.openedAt } },
    });
  const left = lastAt(view, 'Champion Left');
  if (left !== null && daysSince(view, left) <= 90)
    found.push({ since: left, because: { code: 'sign-champion-left', values: { leftAt: left } } });
  const intent = lastAt(view, 'Cancel Intent Stated');
  if (intent !== null && daysSince(view, intent) <= 28)
    found.push({ since: intent, because: { code: 'sign-cancel-intent', values: { saidAt: intent } } });
  const off = view.autorenewOffAt;
  if (off !== null && daysSince(view, off) <= 90)
    found.push({ since: off, because: { code: 'sign-autorenew-off', values: { offAt: off } } });
  const failed = paymentTrouble(view);
  if (failed !== null && daysSince(view, failed) <= 60)
    found.push({ since: failed, because: { code: 'sign-payment', values: { failedAt: failed } } });
  return found.filter((sign) => sign !== null).sort((a, b) => a.since - b.since);
};
