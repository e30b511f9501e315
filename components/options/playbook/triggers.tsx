import { Plus } from 'lucide-react';
import { Fragment } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import type { Play, Trigger } from '#lib/contract/playbook.ts';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { tp, tpOr } from '#lib/i18n/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { freshTrigger, triggerVariants } from './fresh.ts';
import { triggerSaid } from './said.ts';
import { Variant } from './variant.tsx';

/** What a play waits for, as sentences joined by "or". */
export const TriggersSaid = ({ triggers }: Pick<Play, 'triggers'>) => (
  <ul>
    {triggers.map((trigger, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two triggers may be alike; only their order tells them apart
      <Fragment key={i}>
        {i > 0 && <li className="text-soft text-xs">{tp('pb.or')}</li>}
        <li>{triggerSaid(trigger)}</li>
      </Fragment>
    ))}
  </ul>
);

const kinds = triggerVariants
  .map(({ name }) => ({ value: name, label: tpOr(`trigger.${name}`) }))
  .sort((a, b) => a.label.localeCompare(b.label));

/** The triggers of one play: chosen from the closed set, each with its own numbers. */
export const Triggers = ({ index }: { index: number }) => {
  const name = `plays.${index}.triggers` as const;
  const { fields, append, remove, update } = useFieldArray<PlaybookDraft, typeof name, 'key'>({
    name,
    keyName: 'key',
  });
  return (
    <>
      <p className="text-soft text-xs">{tp('pb.when.any')}</p>
      <ol className="flex flex-col gap-3">
        {fields.map(({ key }, i) => (
          <TriggerForm
            key={key}
            index={index}
            i={i}
            alone={fields.length === 1}
            onChoose={(trigger) => update(i, trigger)}
            onRemove={() => remove(i)}
          />
        ))}
      </ol>
      <Button
        size="sm"
        className="self-start"
        onClick={() => {
          const trigger = freshTrigger('quiet');
          if (trigger) append(trigger, { shouldFocus: false });
        }}
      >
        <Plus size={12} aria-hidden />
        {tp('pb.when.add')}
      </Button>
    </>
  );
};

type FormProps = {
  index: number;
  i: number;
  /** A play has at least one. */
  alone: boolean;
  onChoose: (trigger: Trigger) => void;
  onRemove: () => void;
};
const TriggerForm = ({ index, i, alone, onChoose, onRemove }: FormProps) => {
  const name = `plays.${index}.triggers.${i}` as const;
  const trigger = useWatch<PlaybookDraft, typeof name>({ name });
  const said = triggerSaid(trigger);
  return (
    <li>
      <Variant
        place={name}
        label={tp('pb.when.n', { n: i + 1 })}
        kinds={kinds}
        kind={trigger.on}
        shapes={triggerVariants.find(({ name: on }) => on === trigger.on)?.fields ?? []}
        said={said}
        alone={alone}
        onChoose={(on) => {
          const fresh = freshTrigger(on);
          if (fresh) onChoose(fresh);
        }}
        onRemove={onRemove}
      >
        <p className="mt-2.5 text-soft text-xs">{said}</p>
      </Variant>
    </li>
  );
};
