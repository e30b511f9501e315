import { stages } from '../../contract/stage.ts';
import { whole } from './rule.ts';

/** [R4-05] Nobody is left without care in any stage. */
export const everyStage = whole(({ plays }) =>
  stages
    .filter((stage) => !plays.some((play) => play.stages.includes(stage)))
    .map((stage) => ({
      path: 'plays',
      message: `No play is for the stage "${stage}".`,
      mend: 'Add one, so that nobody is left without care there.',
    })),
);
