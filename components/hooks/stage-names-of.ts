import type { StageName, StageNames } from '#components/model.ts';
import type { Policy } from '#lib/contract/playbook.ts';
import type { Stage } from '#lib/contract/stage.ts';
import { stageLabel, stageModelOf } from '#lib/playbook/stage-models.ts';

/** The stages in the words of a model (`policy.stageModel` or the rep's own choice), or in the team's own. */
export const stageNamesOf = (modelId: string, words: Policy['words']): StageNames => {
  const model = stageModelOf(modelId);
  const named = (stage: Stage): StageName => stageLabel(model, stage, words);
  return {
    model: model.name,
    discover: named('discover'),
    educate: named('educate'),
    purchase: named('purchase'),
    engage: named('engage'),
    retain: named('retain'),
    advocate: named('advocate'),
    lapsed: named('lapsed'),
  };
};
