import type { BecauseCode } from '../../lifecycle/because.ts';

type StageCode = Extract<BecauseCode, `stage-${string}` | 'first-seen'>;

/** Why somebody came to a stage, as history says it: what happened then, without the numbers of today. */
export const reasonsOfStages: Record<`stages.because.${StageCode}`, string> = {
  'stages.because.first-seen': 'First seen, nothing asked yet',
  'stages.because.stage-archived': 'Quiet for so long that they were put aside',
  'stages.because.stage-back-not-yet': 'Ordered again, and not settled yet',
  'stages.because.stage-by-hand': 'Moved by a colleague',
  'stages.because.stage-nothing-known': 'Added, nothing known yet',
  'stages.because.stage-lead-silent': 'Moved back because they asked once and then went quiet',
  'stages.because.stage-asked': 'Asked a question',
  'stages.because.stage-wants-demo': 'Asked for a demo',
  'stages.because.stage-trial': 'Began a trial',
  'stages.because.stage-downloaded': 'Downloaded something',
  'stages.because.stage-read-pricing': 'Looked at prices more than once',
  'stages.because.stage-read-article': 'Read several articles',
  'stages.because.stage-checkout': 'Began a checkout',
  'stages.because.stage-checkout-left': 'Moved back because a checkout was left unfinished',
  'stages.because.stage-proposal': 'Got our proposal',
  'stages.because.stage-trial-ending': 'Their trial was about to end',
  'stages.because.stage-first-order': 'Ordered for the first time',
  'stages.because.stage-subscribed': 'Began a subscription',
  'stages.because.stage-came-back': 'Came back',
  'stages.because.stage-repeat-orders': 'Ordered again',
  'stages.because.stage-renewed': 'Renewed',
  'stages.because.stage-tenure': 'Had been with us for long enough',
  'stages.because.stage-health': 'In good standing',
  'stages.because.stage-health-fell': 'Moved back because their health fell and stayed low',
  'stages.because.stage-reviewed': 'Spoke well of us in a review',
  'stages.because.stage-referred': 'Brought somebody to us',
  'stages.because.stage-shared': 'Told others about us',
  'stages.because.stage-cancelled': 'Left because they cancelled',
  'stages.because.stage-trial-after-cancel': 'Moved back because they cancelled and are trying again',
  'stages.because.stage-one-order-quiet': 'One order, and then quiet for long',
  'stages.because.stage-few-orders-quiet': 'A few orders, and then quiet for long',
  'stages.because.stage-kept': 'Stayed for now, to be sure',
};
