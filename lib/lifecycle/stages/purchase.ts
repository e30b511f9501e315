import { DAY } from '../../contract/primitives.ts';
import { lastAt, type View, wholeDays } from '../view.ts';
import { trialPercent } from '../ways.ts';
import type { Found, StageRule } from './rule.ts';
import { lastSignAt, silenceOf } from './signals.ts';

/** [ST3] A checkout that nobody went on with for so long is left behind. */
const abandonedAfter = (view: View): number =>
  (view.policy.stages.purchase.leave.abandonedDays ?? Infinity) * DAY;

/** When it last happened, if it happened often enough to count. */
const counted = (
  view: View,
  type: 'Checkout Started' | 'Proposal Sent',
  atLeast: number | undefined,
): number | null =>
  atLeast !== undefined && (view.facts.tally[type]?.n ?? 0) >= atLeast ? lastAt(view, type) : null;

const at = (since: number, because: Found['because']): Found => ({
  stage: 'purchase',
  since,
  from: null,
  because,
});

/** [ST3] At the till: a checkout begun, a proposal on the table, a trial four fifths over. */
export const purchase: StageRule = (view) => {
  if (view.bought) return null;
  const { checkouts, proposals } = view.policy.stages.purchase.enter;
  const checkout = counted(view, 'Checkout Started', checkouts);
  if (checkout !== null && view.now - checkout < abandonedAfter(view))
    return at(checkout, [{ code: 'stage-checkout', values: { startedAt: checkout } }]);
  const proposal = counted(view, 'Proposal Sent', proposals);
  if (proposal !== null && view.now - lastSignAt(view) < silenceOf(view))
    return at(proposal, [{ code: 'stage-proposal', values: { sentAt: proposal } }]);
  return trialEnding(view);
};

/** A trial that ended so long ago, and nothing came of it. */
const TRIAL_OVER = 7 * DAY;

const trialEnding = (view: View): Found | null => {
  const trial = view.facts.recent.subscription.find((stub) => stub.type === 'Trial Started');
  const endsAt = trial?.d.endsAt;
  if (!trial || typeof endsAt !== 'number') return null;
  const part = trialPercent(view.policy.stages) / 100;
  if (!Number.isFinite(part)) return null;
  const late = Math.round(trial.at + part * (endsAt - trial.at));
  if (view.now < late || view.now > endsAt + TRIAL_OVER) return null;
  return at(late, [{ code: 'stage-trial-ending', values: { endsAt } }]);
};

/** [ST3] A checkout that was left a week ago: back to educate. A move down waits from the checkout itself. */
export const abandoned: StageRule = (view) => {
  if (view.bought) return null;
  const checkout = counted(view, 'Checkout Started', view.policy.stages.purchase.enter.checkouts);
  const left = abandonedAfter(view);
  if (checkout === null || view.now - checkout < left || view.now - lastSignAt(view) >= silenceOf(view))
    return null;
  return {
    stage: 'educate',
    since: checkout + left,
    from: checkout,
    because: [{ code: 'stage-checkout-left', values: { n: wholeDays(view, checkout) } }],
  };
};
