import { stageModels } from '../stage-models.ts';
import { whole } from './rule.ts';

/** [R2-03] The names of the stages that everybody sees come from a model that there is. */
export const stageModel = whole(({ policy }) =>
  stageModels.some(({ id }) => id === policy.stageModel)
    ? []
    : [
        {
          path: 'policy.stageModel',
          message: `There are no names of stages called "${policy.stageModel}".`,
          mend: `Choose one of ${stageModels.map(({ id }) => id).join(', ')}.`,
        },
      ],
);
