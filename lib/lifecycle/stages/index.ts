import { DAY } from '../../contract/primitives.ts';
import type { Stage } from '../../contract/stage.ts';
import { BY_HAND } from '../groups.ts';
import { cameBackAt } from '../returned.ts';
import type { Because, Health, StageReading } from '../types.ts';
import { daysSince, type View } from '../view.ts';
import { advocate, notAdvocateSince } from './advocate.ts';
import { discover } from './discover.ts';
import { educate } from './educate.ts';
import { engage } from './engage.ts';
import { cancelled, lapsed } from './lapsed.ts';
import { abandoned, purchase } from './purchase.ts';
import { retain } from './retain.ts';
import type { Found, StageRule } from './rule.ts';

/** Raise it when the same facts would read to another stage. Written into every Stage Changed. */
export const RULES_VERSION = 3;

/** [ST0] In this order; the first that holds says the stage. `discover` always does. */
export const stageRules: readonly StageRule[] = [
  cancelled,
  advocate,
  lapsed,
  retain,
  engage,
  purchase,
  abandoned,
  educate,
  discover,
];

/** [ST8] A move down has to have held for so long; a move up counts at once. */
export const SETTLE = 14 * DAY;

const height: Record<Stage, number> = {
  lapsed: 0,
  discover: 1,
  educate: 2,
  purchase: 3,
  engage: 4,
  retain: 5,
  advocate: 6,
};

const find = (view: View, health: Health): Found => {
  for (const rule of stageRules) {
    const found = rule(view, health);
    if (found) return found;
  }
  return { stage: 'discover', since: view.firstSeenAt, from: null, because: [] };
};

/** [ST0]–[ST8] What the rules say, from the facts and the history of stages in them. */
const derive = (view: View, health: Health): StageReading => {
  const found = find(view, health);
  const { held } = view;
  if (held && height[found.stage] < height[held.stage]) {
    const from = held.stage === 'advocate' ? notAdvocateSince(view) : found.from;
    if (from !== null && view.now - from < SETTLE) {
      const because: Because = {
        code: 'stage-kept',
        values: { n: Math.ceil((from + SETTLE - view.now) / DAY) },
      };
      return { stage: held.stage, since: held.at, because: [because] };
    }
  }
  return { stage: found.stage, since: found.since, because: found.because };
};

/** [ST0]–[ST11] The stage as of the view's moment. What a colleague said counts while it holds [ST10]. */
export const readStage = (view: View, health: Health): StageReading => {
  const derived = derive(view, health);
  const { override } = view;
  if (!override) return withSub(view, derived);
  const { to, reason, by, at, until } = override;
  return withSub(view, {
    stage: to,
    since: at,
    because: [{ code: BY_HAND, values: { reason, untilAt: until } }],
    override: { derived: derived.stage, reason, by, at, until },
  });
};

/** [ST4] The first thirty days of engage, or those after coming back, are for getting started. */
const withSub = (view: View, reading: StageReading): StageReading => {
  if (reading.stage !== 'engage') return reading;
  const days = view.policy.stages.engage.enter.onboardingDays ?? 0;
  const began = cameBackAt(view) ?? view.firstOrderAt ?? view.subscription.startedAt ?? reading.since;
  return { ...reading, sub: daysSince(view, began) <= days ? 'onboarding' : 'nurture' };
};
