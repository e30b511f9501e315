import { useWatch } from 'react-hook-form';
import { Play, Policy, playKinds } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { shapesOf } from '#lib/contract/shape.ts';
import { stages } from '#lib/contract/stage.ts';
import { Purpose } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { number } from '../../time.ts';
import {
  ChoiceField,
  NumberField,
  type NumberShape,
  type Option,
  SeveralField,
  ShareField,
  TruthField,
} from './fields.tsx';
import { choiceName } from './said.ts';
import { type At, at } from './use-field.ts';
import { useStageNames } from './use-stage-names.ts';

type Props = { place: (path: string) => At };

const shapes = new Map(shapesOf(Play).map((shape) => [shape.key, shape]));
/** The bounds of a number of a play, as the contract has them. */
const bounds = (key: string): NumberShape | undefined => {
  const shape = shapes.get(key);
  return shape?.kind === 'number' ? shape : undefined;
};
const choices = (key: string): Option[] => {
  const shape = shapes.get(key);
  const options = shape?.kind === 'choice' || shape?.kind === 'several' ? (shape.options ?? []) : [];
  return options.map((value) => ({ value, label: choiceName(key, value) }));
};

/** For whom: stages, who they are, how they are. */
export const WhomFields = ({ place }: Props) => {
  const personas = useWatch<PlaybookDraft, 'personas'>({ name: 'personas' });
  const nameOf = useStageNames();
  return (
    <>
      <SeveralField
        name={place('stages')}
        label={tp('pb.stages.label')}
        options={stages.map((value) => ({ value, label: nameOf(value) }))}
      />
      <SeveralField
        name={place('only')}
        label={tp('pb.only')}
        hint={tp('pb.only.hint')}
        options={choices('only')}
        sparse
      />
      {personas.length > 0 && (
        <SeveralField
          name={place('personas')}
          label={tp('pb.personas.only')}
          options={personas.map(({ id, name }) => ({ value: id, label: name }))}
          sparse
        />
      )}
      <div className="flex flex-wrap gap-3">
        <ChoiceField
          name={place('audience')}
          label={tp('pb.audience')}
          options={choices('audience').filter(({ value }) => value !== 'rep')}
          none={choiceName('audience', 'rep')}
          className="w-60"
        />
        <NumberField
          shape={bounds('minHealth')}
          name={place('minHealth')}
          label={tp('pb.minHealth')}
          hint={tp('pb.minHealth.hint')}
          className="w-60"
        />
      </div>
    </>
  );
};

/** How often. */
export const RestFields = ({ place }: Props) => (
  <>
    <div className="flex flex-wrap gap-3">
      <NumberField
        shape={bounds('cooldownDays')}
        name={place('cooldownDays')}
        label={tp('pb.cooldown')}
        className="w-60"
      />
      <NumberField
        shape={bounds('silenceDays')}
        name={place('silenceDays')}
        label={tp('pb.silence')}
        hint={tp('pb.silence.hint')}
        className="w-60"
      />
    </div>
    <div>
      <TruthField name={place('once')} label={tp('pb.once')} />
    </div>
    <NumberField
      shape={bounds('questions')}
      name={place('questions')}
      label={tp('pb.questions')}
      hint={tp('pb.questions.hint')}
    />
  </>
);

const percent = (value: number): string => `${number(value * 100)} %`;
const lever = Policy.shape.levers.valueType;

/** How much it counts: for them or for us, what to expect, and the team's own weight. */
export const WeightFields = ({ place, play }: Props & { play: string }) => (
  <>
    <ShareField name={place('care')} label={tp('pb.care')} min={0} max={1} step={0.05} say={percent} />
    <ShareField
      name={place('prior')}
      label={tp('pb.prior')}
      hint={tp('pb.prior.hint')}
      min={0}
      max={1}
      step={0.01}
      say={percent}
    />
    <ShareField
      name={at('policy.levers', play)}
      label={tp('pb.lever.edit')}
      hint={tp('pb.lever.hint')}
      min={lever.minValue ?? 0.5}
      max={lever.maxValue ?? 2}
      step={0.1}
      say={(value) => tp('pb.lever', { n: value })}
    />
    <div>
      <TruthField name={place('learns')} label={tp('pb.learns')} absent />
    </div>
  </>
);

/** What it is, for the rules that hold for all plays. */
export const KindFields = ({ place }: Props) => (
  <>
    <div className="grid gap-3 sm:grid-cols-2">
      <ChoiceField
        name={place('kind')}
        label={tp('pb.kind')}
        options={playKinds.map((value) => ({ value, label: t(`action.kind.${value}`) }))}
      />
      <ChoiceField
        name={place('purpose')}
        label={tp('pb.purpose')}
        options={Purpose.options.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <ChoiceField name={place('urgency')} label={tp('pb.urgency')} options={choices('urgency')} />
      <ChoiceField
        name={place('channel')}
        label={tp('pb.channel')}
        options={choices('channel')}
        none={tp('pb.channel.usual')}
      />
    </div>
    <div className="flex flex-col items-start gap-1.5">
      <TruthField name={place('reply')} label={tp('pb.reply')} />
      <TruthField name={place('mends')} label={tp('pb.mends')} />
      <TruthField name={place('dunning')} label={tp('pb.dunning')} />
      <TruthField name={place('perks')} label={tp('pb.perks')} />
    </div>
  </>
);
