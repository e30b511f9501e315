import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { PersonaRule } from '#lib/contract/persona.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { tp, tpOr } from '#lib/i18n/playbook.ts';
import { ago } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Chapter } from './chapter.tsx';
import { useDesk } from './desk.ts';
import { AreaField, TextField } from './fields.tsx';
import { freshPersona, freshRule, idFor, ruleVariants } from './fresh.ts';
import { ruleSaid } from './said.ts';
import { at } from './use-field.ts';
import { useStageNames } from './use-stage-names.ts';
import { Variant } from './variant.tsx';

const kinds = ruleVariants.map(({ name }) => ({ value: name, label: tpOr(`rule.${name}`) }));

/** The people whom the team can picture, and how they are recognised. */
export const Personas = () => {
  const { fields, append, remove } = useFieldArray<PlaybookDraft, 'personas', 'key'>({
    name: 'personas',
    keyName: 'key',
  });
  const { getValues } = useFormContext<PlaybookDraft>();
  const { mayEdit, now } = useDesk();
  return (
    <div>
      <p className="mb-3 text-soft">{tp('pb.personas.text')}</p>
      {fields.length === 0 && <p className="mb-3 text-soft">{tp('pb.personas.none')}</p>}
      {fields.map(({ key }, i) => (
        <PersonaChapter key={key} index={i} onRemove={() => remove(i)} />
      ))}
      {mayEdit && (
        <Button
          className="mt-3"
          onClick={() => {
            const name = tp('pb.personas.new');
            const taken = new Set(getValues('personas').map(({ id }) => id));
            append(freshPersona(name, idFor(name, taken), now), { shouldFocus: false });
          }}
        >
          <Plus size={14} aria-hidden />
          {tp('pb.personas.add')}
        </Button>
      )}
    </div>
  );
};

const PersonaChapter = ({ index, onRemove }: { index: number; onRemove: () => void }) => {
  const persona = useWatch<PlaybookDraft, `personas.${number}`>({ name: `personas.${index}` });
  const { setValue } = useFormContext<PlaybookDraft>();
  const { now } = useDesk();
  const nameOf = useStageNames();
  const name = `personas.${index}.rules` as const;
  const { fields, append, remove, update } = useFieldArray<PlaybookDraft, typeof name, 'key'>({
    name,
    keyName: 'key',
  });
  const place = (...path: string[]) => at('personas', index, ...path);
  return (
    <Chapter
      title={persona.name || tp('pb.personas.new')}
      places={[place()]}
      said={
        <>
          <p dir="auto">{persona.story}</p>
          <ul className="mt-1 text-soft">
            {persona.rules.map((rule, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rules may be alike; only their order tells them apart
              <li key={i}>{ruleSaid(rule, nameOf)}</li>
            ))}
          </ul>
        </>
      }
    >
      <TextField name={place('name')} label={tp('pb.personas.name')} />
      <AreaField name={place('story')} label={tp('pb.personas.story')} hint={tp('pb.personas.story.hint')} />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-medium text-soft text-xs">{tp('pb.personas.rules')}</legend>
        {fields.map(({ key }, i) => (
          <RuleForm
            key={key}
            index={index}
            i={i}
            alone={fields.length === 1}
            onChoose={(rule) => update(i, rule)}
            onRemove={() => remove(i)}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          onClick={() => {
            const rule = freshRule('stage');
            if (rule) append(rule, { shouldFocus: false });
          }}
        >
          <Plus size={12} aria-hidden />
          {tp('pb.personas.rule.add')}
        </Button>
        <Button
          size="sm"
          look="quiet"
          title={tp('pb.personas.reviewed.at', { when: ago(persona.reviewedAt, now) })}
          onClick={() => setValue(`personas.${index}.reviewedAt`, now, { shouldDirty: true })}
        >
          {tp('pb.personas.reviewed')}
        </Button>
        <Button size="sm" look="alarm" onClick={onRemove}>
          <Trash2 size={12} aria-hidden />
          {tp('pb.personas.remove', { name: persona.name })}
        </Button>
      </div>
    </Chapter>
  );
};

type RuleProps = {
  index: number;
  i: number;
  alone: boolean;
  onChoose: (rule: PersonaRule) => void;
  onRemove: () => void;
};
const RuleForm = ({ index, i, alone, onChoose, onRemove }: RuleProps) => {
  const name = `personas.${index}.rules.${i}` as const;
  const rule = useWatch<PlaybookDraft, typeof name>({ name });
  const nameOf = useStageNames();
  return (
    <Variant
      place={name}
      label={tp('pb.personas.rule.n', { n: i + 1 })}
      kinds={kinds}
      kind={rule.of}
      shapes={ruleVariants.find(({ name: of }) => of === rule.of)?.fields ?? []}
      said={ruleSaid(rule, nameOf)}
      alone={alone}
      onChoose={(of) => {
        const fresh = freshRule(of);
        if (fresh) onChoose(fresh);
      }}
      onRemove={onRemove}
    />
  );
};
