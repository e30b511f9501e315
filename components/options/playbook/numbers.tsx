import { useWatch } from 'react-hook-form';
import { Policy } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { type Shape, shapesOf } from '#lib/contract/shape.ts';
import { stages } from '#lib/contract/stage.ts';
import { type PlaybookWord, tp, tpOr } from '#lib/i18n/playbook.ts';
import { number } from '../../time.ts';
import { StageStrip } from '../stage-strip.tsx';
import { Chapter } from './chapter.tsx';
import { useDesk } from './desk.ts';
import { AreaField, ChoiceField, NumberField, type NumberShape, ShareField, TextField } from './fields.tsx';
import { at } from './use-field.ts';
import { useStageNames } from './use-stage-names.ts';

const shapes = new Map<string, Shape>([
  ...shapesOf(Policy).map((shape): [string, Shape] => [shape.key, shape]),
  ...shapesOf(Policy.shape.g6Hours.unwrap()).map((shape): [string, Shape] => [`g6Hours.${shape.key}`, shape]),
  ...shapesOf(Policy.shape.g8.unwrap()).map((shape): [string, Shape] => [`g8.${shape.key}`, shape]),
]);
const boundsOf = (key: string): NumberShape | undefined => {
  const shape = shapes.get(key);
  return shape?.kind === 'number' ? shape : undefined;
};

const percent = (value: number): string => `${number(value * 100)} %`;

/** A record's values have no field of their own. */
const { minValue: min, maxValue: max } = Policy.shape.cadenceDays.valueType;
const cadence: NumberShape = { key: 'cadenceDays', kind: 'number', optional: false, whole: false, min, max };

/** Days between two contacts; 0 is nobody's turn. */
const cadenceSaid = (days: unknown): string =>
  typeof days === 'number' && days > 0 ? tp('pb.days', { n: days }) : tp('policy.cadence.none');

/** Which numbers stand together, by the guard that they belong to. */
const groups = [
  { id: 'quiet', keys: ['g1QuietDaysAfterOrder', 'g2QuietDaysAfterComplaint'] },
  { id: 'often', keys: ['g3ProactivePerWeek', 'g3CommercialPerMonth', 'g13CarePerCommercial'] },
  { id: 'surveys', keys: ['g4SurveyRestDays'] },
  { id: 'hours', keys: ['g6Hours.from', 'g6Hours.to'] },
  { id: 'dunning', keys: ['g8.silentDays', 'g8.notes', 'g8.withinDays', 'g8.apartDays'] },
  { id: 'founder', keys: ['g7LeastShare'] },
] as const;
type Key = (typeof groups)[number]['keys'][number];

const valueAt = (policy: Policy, key: Key): unknown => {
  const [first, second] = key.split('.');
  const value: unknown = Object.entries(policy).find(([name]) => name === first)?.[1];
  if (second === undefined || typeof value !== 'object' || value === null) return value;
  return Object.entries(value).find(([name]) => name === second)?.[1];
};

/** A share is said in per cent. */
const saidAt = (policy: Policy, key: Key): unknown => {
  const value = valueAt(policy, key);
  return key === 'g7LeastShare' && typeof value === 'number' ? percent(value) : value;
};

/** "Offers in 30 days: 2", one line for each number. */
const Lines = ({ lines }: { lines: readonly (readonly [label: string, value: unknown])[] }) => (
  <dl className="flex max-w-108 flex-col gap-0.5">
    {lines.map(([label, value]) => (
      <div key={label} className="flex justify-between gap-4">
        <dt>{label}</dt>
        <dd className="font-medium tabular-nums">
          {typeof value === 'number' ? number(value, 2) : String(value ?? '')}
        </dd>
      </div>
    ))}
  </dl>
);

/** The numbers that hold for every play. */
export const Numbers = () => {
  const policy = useWatch<PlaybookDraft, 'policy'>({ name: 'policy' });
  const nameOf = useStageNames();
  return (
    <div>
      <p className="mb-3 text-soft">{tp('policy.text')}</p>
      {groups.map(({ id, keys }) => (
        <Chapter
          key={id}
          title={tp(`policy.${id}`)}
          places={[
            ...keys.map((key) => at('policy', key)),
            ...(id === 'hours' ? [at('policy.g6Hours'), at('policy.timezone')] : []),
          ]}
          said={
            <Lines
              lines={[
                ...keys.map((key) => [tp(`policy.${key}`), saidAt(policy, key)] as const),
                ...(id === 'hours' && policy.timezone
                  ? [[tp('policy.timezone'), policy.timezone] as const]
                  : []),
              ]}
            />
          }
        >
          <div className="grid items-start gap-3 sm:grid-cols-2">
            {keys.map((key) =>
              key === 'g7LeastShare' ? (
                <ShareField
                  key={key}
                  name={at('policy', key)}
                  label={tp(`policy.${key}`)}
                  hint={hintOf(key)}
                  min={boundsOf(key)?.min ?? 0}
                  max={boundsOf(key)?.max ?? 1}
                  step={0.01}
                  say={percent}
                />
              ) : (
                <NumberField
                  key={key}
                  shape={boundsOf(key)}
                  name={at('policy', key)}
                  label={tp(`policy.${key}`)}
                  hint={hintOf(key)}
                />
              ),
            )}
          </div>
          {id === 'hours' && (
            <>
              <p className="text-soft text-xs">{tp('policy.g6Hours.help')}</p>
              <TextField
                name={at('policy.timezone')}
                label={tp('policy.timezone')}
                hint={tp('policy.timezone.help')}
                dir="ltr"
              />
            </>
          )}
        </Chapter>
      ))}
      <Chapter
        title={tp('policy.cadence')}
        places={[at('policy.cadenceDays')]}
        said={
          <Lines
            lines={stages.map((stage) => [nameOf(stage), cadenceSaid(policy.cadenceDays[stage])] as const)}
          />
        }
      >
        <p className="text-soft text-xs">{tp('policy.cadence.help')}</p>
        <div className="flex flex-wrap gap-3">
          {stages.map((stage) => (
            <NumberField
              key={stage}
              name={at('policy.cadenceDays', stage)}
              label={nameOf(stage)}
              shape={cadence}
              hint=""
              className="w-28"
            />
          ))}
        </div>
      </Chapter>
      <Chapter
        title={tp('policy.extras')}
        places={[at('policy.perks'), at('policy.perkCap')]}
        said={
          [policy.perks.join(', '), policy.perkCap].filter(Boolean).join(' · ') || tp('policy.stages.none')
        }
      >
        <AreaField
          name={at('policy.perks')}
          label={tp('policy.perks')}
          hint={tp('policy.perks.help')}
          lines
        />
        <TextField name={at('policy.perkCap')} label={tp('policy.perkCap')} />
      </Chapter>
      <Model model={policy.stageModel} />
    </div>
  );
};

/** What a number means, with its bounds. */
const hintOf = (key: Key): string => {
  const { min = null, max = null } = boundsOf(key) ?? {};
  const help = tpOr(`policy.${key}.help` satisfies `policy.${string}`, {}, '');
  const range =
    key !== 'g7LeastShare' && min !== null && max !== null
      ? tp('pb.range', { min: number(min, 2), max: number(max, 2) })
      : '';
  return [help, range && `(${range})`].filter(Boolean).join(' ');
};

/** In whose words everybody sees the stages. */
const Model = ({ model }: { model: string }) => {
  const { stageViews } = useDesk();
  const view = stageViews.find(({ id }) => id === model);
  const word: PlaybookWord = 'policy.stageModel';
  return (
    <Chapter
      title={tp('policy.model')}
      places={[at('policy.stageModel')]}
      said={
        <>
          <p className="mb-1.5">{view?.name ?? model}</p>
          {view && <StageStrip view={view} />}
        </>
      }
    >
      <ChoiceField
        name={at('policy.stageModel')}
        label={tp(word)}
        hint={tp('policy.stageModel.help')}
        options={stageViews.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {view && <StageStrip view={view} />}
    </Chapter>
  );
};
