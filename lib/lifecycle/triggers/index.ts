import type { Trigger, TriggerOn } from '../../contract/playbook.ts';
import { afterEvent } from './after-event.ts';
import { answerIncomplete } from './answer-incomplete.ts';
import { cadenceDue } from './cadence-due.ts';
import { cardExpiring } from './card-expiring.ts';
import { churnSignsSeen } from './churn-signs.ts';
import { complaintOpen } from './complaint-open.ts';
import { complaintUnconfirmed } from './complaint-unconfirmed.ts';
import { concernUnowned } from './concern-unowned.ts';
import { eventWithout } from './event-without.ts';
import { featureUnused } from './feature-unused.ts';
import { feedbackGiven } from './feedback-given.ts';
import { feedbackOpen } from './feedback-open.ts';
import { healthFell } from './health-fell.ts';
import { inStage } from './in-stage.ts';
import { issueRepeated } from './issue-repeated.ts';
import { limitReached } from './limit-reached.ts';
import { lowRating } from './low-rating.ts';
import { machinesOnly } from './machines-only.ts';
import { meddic } from './meddic.ts';
import { needUnknown } from './need-unknown.ts';
import { onboardingStalled } from './onboarding-stalled.ts';
import { orderCount } from './order-count.ts';
import { orderLate } from './order-late.ts';
import { orderOverdue } from './order-overdue.ts';
import { orderUntouched } from './order-untouched.ts';
import { pagesSeen } from './pages-seen.ts';
import { pauseEnding } from './pause-ending.ts';
import { personaDrift } from './persona-drift.ts';
import { profileGap } from './profile-gap.ts';
import { promiseDue } from './promise-due.ts';
import { questionOpen } from './question-open.ts';
import { quiet } from './quiet.ts';
import { renewalNear } from './renewal-near.ts';
import { sampled } from './sampled.ts';
import { specialDay } from './special-day.ts';
import { thanksMissing } from './thanks-missing.ts';
import { topicAsked } from './topic-asked.ts';
import type { Fired, Scene, TriggerRule } from './trigger.ts';
import { usageAbove } from './usage-above.ts';

/** Every kind of trigger; the type holds that none is missing. */
export const triggers: { readonly [O in TriggerOn]: TriggerRule<O> } = {
  'after-event': afterEvent,
  'event-without': eventWithout,
  'complaint-open': complaintOpen,
  'complaint-unconfirmed': complaintUnconfirmed,
  'question-open': questionOpen,
  'answer-incomplete': answerIncomplete,
  'order-overdue': orderOverdue,
  quiet: quiet,
  'order-count': orderCount,
  'promise-due': promiseDue,
  'churn-signs': churnSignsSeen,
  'low-rating': lowRating,
  'renewal-near': renewalNear,
  'pages-seen': pagesSeen,
  'pause-ending': pauseEnding,
  'in-stage': inStage,
  'concern-unowned': concernUnowned,
  'issue-repeated': issueRepeated,
  'feedback-given': feedbackGiven,
  'feedback-open': feedbackOpen,
  'topic-asked': topicAsked,
  'need-unknown': needUnknown,
  'profile-gap': profileGap,
  'persona-drift': personaDrift,
  meddic: meddic,
  'health-fell': healthFell,
  'cadence-due': cadenceDue,
  'usage-above': usageAbove,
  'feature-unused': featureUnused,
  'limit-reached': limitReached,
  'onboarding-stalled': onboardingStalled,
  'special-day': specialDay,
  'order-late': orderLate,
  'thanks-missing': thanksMissing,
  'order-untouched': orderUntouched,
  sampled: sampled,
  'card-expiring': cardExpiring,
  'machines-only': machinesOnly,
};

/** The rule of this very trigger. The registry pairs each `on` with its own kind, which a union cannot say. */
const ruleOf = <O extends TriggerOn>(on: O): TriggerRule<O> => triggers[on];

/** Does it hold now, and since when and why? */
export const fires = (trigger: Trigger, scene: Scene): Fired | null =>
  (ruleOf(trigger.on) as TriggerRule<TriggerOn>).fires(trigger, scene);

/** When it may hold next by the mere passing of time. */
export const nextAt = (trigger: Trigger, scene: Scene): number | null =>
  (ruleOf(trigger.on) as TriggerRule<TriggerOn>).next(trigger, scene);
