import type { Trigger, TriggerOn } from '../../contract/playbook.ts';
import { afterEvent } from './after-event.ts';
import { answerIncomplete } from './answer-incomplete.ts';
import { churnSignsSeen } from './churn-signs.ts';
import { complaintOpen } from './complaint-open.ts';
import { complaintUnconfirmed } from './complaint-unconfirmed.ts';
import { eventWithout } from './event-without.ts';
import { inStage } from './in-stage.ts';
import { lowRating } from './low-rating.ts';
import { orderCount } from './order-count.ts';
import { orderOverdue } from './order-overdue.ts';
import { pagesSeen } from './pages-seen.ts';
import { pauseEnding } from './pause-ending.ts';
import { promiseDue } from './promise-due.ts';
import { questionOpen } from './question-open.ts';
import { quiet } from './quiet.ts';
import { renewalNear } from './renewal-near.ts';
import type { Fired, Scene, TriggerRule } from './trigger.ts';

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
};

/** The rule of this very trigger. The registry pairs each `on` with its own kind, which a union cannot say. */
const ruleOf = <O extends TriggerOn>(on: O): TriggerRule<O> => triggers[on];

/** Does it hold now, and since when and why? */
export const fires = (trigger: Trigger, scene: Scene): Fired | null =>
  (ruleOf(trigger.on) as TriggerRule<TriggerOn>).fires(trigger, scene);

/** When it may hold next by the mere passing of time. */
export const nextAt = (trigger: Trigger, scene: Scene): number | null =>
  (ruleOf(trigger.on) as TriggerRule<TriggerOn>).next(trigger, scene);
