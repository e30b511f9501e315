import { useCallback } from 'react';
import { useWatch } from 'react-hook-form';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import type { Stage } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import { useDesk } from './desk.ts';

/** What this page calls a stage. */
export type NameOf = (stage: Stage) => string;

/** The stages in the words that this colleague chose, else in those of the team as they stand in the form. */
export const useStageNames = (): NameOf => {
  const { stageViews, stageModel } = useDesk();
  const team = useWatch<PlaybookDraft, 'policy.stageModel'>({ name: 'policy.stageModel' });
  const words = useWatch<PlaybookDraft, 'policy.words'>({ name: 'policy.words' });
  const find = (model: string | null) => stageViews.find(({ id }) => id === model);
  const view = find(stageModel) ?? find(team) ?? stageViews[0];
  return useCallback(
    (stage) => words[stage]?.name.trim() || view?.labels[stage].text || t(`stage.${stage}`),
    [view, words],
  );
};
