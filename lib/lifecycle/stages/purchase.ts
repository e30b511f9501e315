import { DAY } from '../../contract/primitives.ts';
import { lastAt, type View, wholeDays } from '../view.ts';
import type { Found, StageRule } from './rule.ts';
import { LEAD_SILENCE, lastSignAt } from './signals.ts';

const ABANDONED = 7 * DAY;

const at = (since: number, because: Found['because']): Found => ({
  stage: 'purchase',
  since,
  from: null,
  because,
});

/** [ST3] At the till: a checkout begun, a proposal on the table, a trial four fifths over. */
export const purchase: StageRule = (view) => {
  if (view.bought) return null;
  const checkout = lastAt(view, 'Checkout Started');
  if (checkout !== null && view.now - checkout < ABANDONED)
    return at(checkout, [{ code: 'stage-checkout', values: { startedAt: checkout } }]);
  const proposal = lastAt(view, 'Proposal Sent');
  if (proposal !== null && view.now - lastSignAt(view) < LEAD_SILENCE)
    return at(proposal, [{ code: 'stage-proposal', values: { sentAt: proposal } }]);
  return trialEnding(view);
};

const trialEnding = (view: View): Found | null => {
  const trial = view.facts.recent.subscription.find((stub) => stub.type === 'Trial Started');
  const endsAt = trial?.d.endsAt;
  if (!trial || typeof endsAt !== 'number') return null;
  const late = Math.round(trial.at + 0.8 * (endsAt - trial.at));
  if (view.now < late || view.now > endsAt + ABANDONED) return null;
  return at(late, [{ code: 'stage-trial-ending', values: { endsAt } }]);
};

/** [ST3] A checkout that was left a week ago: back to educate. A move down waits from the checkout itself. */
export const abandoned: StageRule = (view) => {
  if (view.bought) return null;
  const checkout = lastAt(view, 'Checkout Started');
  if (checkout === null || view.now - checkout < ABANDONED || view.now - lastSignAt(view) >= LEAD_SILENCE)
    return null;
  return {
    stage: 'educate',
    since: checkout + ABANDONED,
    from: checkout,
    because: [{ code: 'stage-checkout-left', values: { n: wholeDays(view, checkout) } }],
  };
};
