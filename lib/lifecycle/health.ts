import { DAY } from '../contract/primitives.ts';
import type { Stage } from '../contract/stage.ts';
import { meanOf, readLoyalty } from './loyalty.ts';
import { paymentTrouble } from './signs.ts';
import type { Because, Health, Loyalty, Measure, MeasureId } from './types.ts';
import { expectedOrders, WEEK } from './value/bg-nbd.ts';
import { daysSince, inTouch, lastAt, type View, wholeDays } from './view.ts';

/** [H1] What each measure weighs. */
export const weights: Record<MeasureId, number> = {
  recency: 25,
  issues: 20,
  satisfaction: 20,
  loyalty: 15,
  contact: 10,
  billing: 5,
  champion: 5,
};

/** [H2] Under this share of the weights there is no score: "not enough known", never a colour. */
const LEAST_COVERAGE = 0.4;
/** [H6] A complaint that was solved, and confirmed by the customer, lifts health for a while. */
const CONFIRMED_BONUS = 10;
const CONFIRMED_FOR = 60 * DAY;
/** [H5] After so long without a word from them, we do not know how they feel. */
const SILENCE = 180 * DAY;

type Read = { x: number | null; because: Because };
const because = (code: Because['code'], values: Because['values'] = {}): Because => ({ code, values });
const unknown = (code: Because['code'], values: Because['values'] = {}): Read => ({
  x: null,
  because: because(code, values),
});
const clamp = (x: number): number => Math.min(100, Math.max(0, x));

/**
 * [H3] Orders expected in the next 90 days, in percent of what the same model expected when they last ordered:
 * their own usual rate, shrunk as the expectation is, so that a regular who is on time stands at 100. One order
 * is no rhythm. For a subscription: use in the last 28 days in percent of the 28 before.
 */
const recency = (view: View): Read => {
  const { usage, active } = view.subscription;
  if (active && usage) {
    const x = clamp(usage.ratio * 100);
    return x < 75
      ? { x, because: because('measure-usage-less', { percent: Math.round(100 - x) }) }
      : { x, because: because('measure-usage-usual') };
  }
  const { history, model } = view;
  if (!history || view.lastOrderAt === null) return unknown('measure-recency-none');
  if (history.x === 0) return unknown('measure-recency-one-order');
  const t = (90 * DAY) / WEEK;
  const usual = expectedOrders({ ...history, T: history.tx }, t, model?.bgnbd);
  const x = clamp((100 * expectedOrders(history, t, model?.bgnbd)) / usual);
  const values = { n: wholeDays(view, view.lastOrderAt) };
  return { x, because: because(x < 75 ? 'measure-recency-less' : 'measure-recency-usual', values) };
};

const issues = (view: View): Read => {
  if (!view.bought && view.heardAt === null) return unknown('measure-issues-none-known');
  const open = [...view.complaints, ...view.questions].filter((m) => m.state === 'open');
  const oldest = open.reduce((days, m) => Math.max(days, wholeDays(view, m.openedAt)), 0);
  const reopened = open.reduce((n, m) => n + m.reopened, 0);
  const x = clamp(100 - 25 * open.length - 15 * reopened - 2 * oldest);
  if (open.length === 0) return { x, because: because('measure-issues-none') };
  if (reopened > 0)
    return { x, because: because('measure-issues-reopened', { n: open.length, days: oldest }) };
  return { x, because: because('measure-issues-open', { n: open.length, days: oldest }) };
};

/** [H4] The newest ratings, shrunk towards 70: (3 · 70 + Σ ratings) / (3 + n), each rating on 0..100. */
const satisfaction = (view: View): Read => {
  if (view.heardAt === null) return unknown('measure-satisfaction-never');
  if (view.now - view.heardAt > SILENCE)
    return unknown('measure-satisfaction-silent', { n: wholeDays(view, view.heardAt) });
  const [newest] = view.ratings;
  if (!newest) return unknown('measure-satisfaction-unrated');
  const sum = view.ratings.reduce((total, { stars }) => total + stars * 20, 0);
  const x = clamp((3 * 70 + sum) / (3 + view.ratings.length));
  const values = { stars: Math.round(newest.stars * 10) / 10, ratedAt: newest.at };
  return { x, because: because(x < 75 ? 'measure-satisfaction-low' : 'measure-satisfaction-good', values) };
};

/** [L1] Ours, not theirs. Complaints are left to the other measures: their number weighs nothing [H6]. */
const ours = ({ parts }: Loyalty): Read => {
  const counted = parts.filter(({ id }) => id !== 'complaints');
  const x = meanOf(counted);
  if (x === null) return unknown('measure-loyalty-none');
  const owed = counted.reduce((sum, { kept, of }) => sum + of - kept, 0);
  if (owed === 0) return { x, because: because('measure-loyalty-kept') };
  return { x, because: because('measure-loyalty-owed', { n: owed }) };
};

const contact = (view: View, stage: Stage): Read => {
  if (view.heardAt === null) return unknown('measure-contact-never');
  const over = Math.max(0, view.now - view.heardAt - inTouch(view, stage)) / DAY;
  const values = { n: wholeDays(view, view.heardAt) };
  return {
    x: clamp(100 - over),
    because: because(over > 0 ? 'measure-contact-late' : 'measure-contact-good', values),
  };
};

const billing = (view: View): Read => {
  const failed = paymentTrouble(view);
  if (failed !== null) return { x: 30, because: because('measure-billing-failed', { failedAt: failed }) };
  const expiring = lastAt(view, 'Payment Method Expiring');
  const updated = lastAt(view, 'Payment Method Updated') ?? 0;
  if (expiring !== null && expiring > updated && daysSince(view, expiring) <= 60)
    return { x: 60, because: because('measure-billing-expiring', { noticedAt: expiring }) };
  if (!view.subscription.active && expiring === null && updated === 0) return unknown('measure-billing-none');
  return { x: 100, because: because('measure-billing-good') };
};

const champion = (view: View): Read => {
  if (!view.profile.account) return unknown('measure-champion-none');
  const left = lastAt(view, 'Champion Left');
  // Somebody new who signed in or was added later may well have taken over; only a person can say so.
  if (left !== null) return { x: 20, because: because('measure-champion-left', { leftAt: left }) };
  return { x: 100, because: because('measure-champion-there') };
};

/** [H1] [H2] The weighted average of what has data, its coverage, its band and its two reasons. */
export const weigh = (measures: Measure[], bonus = 0): Health => {
  const all = measures.reduce((sum, m) => sum + m.weight, 0);
  let known = 0;
  let sum = 0;
  for (const { weight, x } of measures) {
    if (x === null) continue;
    known += weight;
    sum += weight * x;
  }
  const coverage = all === 0 ? 0 : known / all;
  const reasons = measures
    .flatMap((m) => (m.x === null ? [] : [{ because: m.because, pull: Math.abs(m.weight * (m.x - 75)) }]))
    .sort((a, b) => b.pull - a.pull)
    .slice(0, 2)
    .map((reason) => reason.because);
  if (known === 0 || coverage < LEAST_COVERAGE)
    return { score: null, band: null, coverage, measures, reasons };
  const score = Math.min(100, sum / known + bonus);
  const shown = Math.round(score);
  const band = shown <= 50 ? 'red' : shown <= 75 ? 'yellow' : 'green';
  return { score, band, coverage, measures, reasons };
};

/** [H1]–[H6] Health as of the view's moment. `stage` sets the cadence that contact is measured against. */
export const readHealth = (view: View, stage: Stage, loyalty = readLoyalty(view)): Health => {
  const measure = (id: MeasureId, { x, because }: Read): Measure => ({ id, weight: weights[id], x, because });
  const confirmed = lastAt(view, 'Complaint Confirmed Resolved');
  const bonus =
    confirmed !== null && !view.openComplaint && view.now - confirmed <= CONFIRMED_FOR ? CONFIRMED_BONUS : 0;
  return weigh(
    [
      measure('recency', recency(view)),
      measure('issues', issues(view)),
      measure('satisfaction', satisfaction(view)),
      measure('loyalty', ours(loyalty)),
      measure('contact', contact(view, stage)),
      measure('billing', billing(view)),
      measure('champion', champion(view)),
    ],
    bonus,
  );
};
