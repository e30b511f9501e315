import { stages } from '../../contract/stage.ts';
import { whole } from './rule.ts';

/** They make a way in or out narrower, and lead nowhere by themselves. */
const onlyNarrows: ReadonlySet<string> = new Set([
  'viewsWithinDays',
  'withinDays',
  'forDays',
  'onboardingDays',
  'health',
  'expectedUnder',
  'repeatsUnder',
]);
const leads = (numbers: Record<string, number | undefined>): boolean =>
  Object.entries(numbers).some(([key, value]) => value !== undefined && !onlyNarrows.has(key));

/** [R1-08] Each stage is entered and left by something that can be counted. */
export const measurableStages = whole(({ policy }) => {
  const found = stages.flatMap((stage) =>
    (['enter', 'leave'] as const)
      .filter((way) => !leads(policy.stages[stage][way]))
      .map((way) => ({
        path: `policy.stages.${stage}.${way}`,
        message: `Nothing that can be counted leads ${way === 'enter' ? 'into' : 'out of'} the stage "${stage}".`,
        mend: 'Set at least one number there: a count, some days, or points of health.',
      })),
  );
  const { enter, leave } = policy.stages.retain;
  if (enter.health !== undefined && leave.healthUnder !== undefined && leave.healthUnder >= enter.health)
    found.push({
      path: 'policy.stages.retain.leave.healthUnder',
      message: `A health of ${enter.health} leads into "retain", and anything under ${leave.healthUnder} out of it again.`,
      mend: 'Let them leave at a lower health than the one with which they come in.',
    });
  return found;
});
