import { useId } from 'react';
import { t } from '#lib/i18n/index.ts';
import { input } from '../ui/field.tsx';
import type { OptionsDispatch, OptionsModel } from './model.ts';
import { StageStrip } from './stage-strip.tsx';

type Props = { model: Pick<OptionsModel, 'stageModel' | 'desk'>; dispatch: OptionsDispatch };

/** In whose words this rep sees the stages, with all seven shown as they will be. */
export const Words = ({ model: { stageModel, desk }, dispatch }: Props) => {
  const id = useId();
  const { stageViews, playbook } = desk;
  const nameOf = (model: string) => stageViews.find((view) => view.id === model);
  const team = nameOf(playbook?.policy.stageModel ?? 'suki') ?? stageViews[0];
  const shown = (stageModel === null ? undefined : nameOf(stageModel)) ?? team;
  return (
    <>
      <label htmlFor={id} className="mb-1 block font-medium text-soft text-xs">
        {t('options.words.label')}
      </label>
      <select
        id={id}
        value={stageModel ?? ''}
        onChange={({ target }) => dispatch({ do: 'set-stage-model', model: target.value || null })}
        className={`${input} max-w-80`}
      >
        <option value="">{t('options.words.team', { name: team?.name ?? '' })}</option>
        {stageViews.map(({ id: model, name, lang }) => (
          <option key={model} value={model} lang={lang}>
            {name}
          </option>
        ))}
      </select>
      {shown && (
        <div className="mt-3">
          <StageStrip view={shown} />
        </div>
      )}
    </>
  );
};
