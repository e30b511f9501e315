import { eventTypes } from '#lib/contract/events.ts';
import type { Shape } from '#lib/contract/shape.ts';
import { stages } from '#lib/contract/stage.ts';
import { tp, tpOr } from '#lib/i18n/playbook.ts';
import { ChoiceField, NumberField, type Option, PickField, SeveralField, TextField } from './fields.tsx';
import { choiceName, eventName } from './said.ts';
import { type At, at } from './use-field.ts';
import { type NameOf, useStageNames } from './use-stage-names.ts';

// Only what the facts remember can be waited for; the lint says so for the rest.
const events: readonly Option[] = eventTypes
  .map((type) => ({ value: type, label: eventName(type) }))
  .sort((a, b) => a.label.localeCompare(b.label));

/** Labels by name, unless what the field belongs to (`of`) has a better one. */
const labelOf = (key: string, of: string): string =>
  tpOr(`field.${of}.${key}`, {}, tpOr(`field.${key}`, {}, key));

type Props = {
  shapes: readonly Shape[];
  under: At;
  of: string;
  /** Without the bounds under each number: where there are many, what is wrong is said when it is. */
  plain?: boolean;
};

/** The fields of a trigger, a persona's rule or a stage's numbers: whatever the contract says that they are made of. */
export const Shaped = ({ shapes, under, of, plain = false }: Props) => {
  const nameOf = useStageNames();
  return (
    <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-3">
      {shapes.map((shape) => (
        <ShapedField
          key={shape.key}
          shape={shape}
          name={at(under, shape.key)}
          label={labelOf(shape.key, of)}
          plain={plain}
          nameOf={nameOf}
        />
      ))}
    </div>
  );
};

const ShapedField = ({
  shape,
  name,
  label,
  plain,
  nameOf,
}: {
  shape: Shape;
  name: At;
  label: string;
  plain: boolean;
  nameOf: NameOf;
}) => {
  switch (shape.kind) {
    case 'number':
      return <NumberField {...{ name, label, shape }} {...(plain && { hint: '' })} />;
    case 'truth':
      return (
        <ChoiceField
          {...{ name, label }}
          options={[
            { value: 'true', label: tp('pb.yes') },
            { value: 'false', label: tp('pb.no') },
          ]}
        />
      );
    case 'choice':
      return <ChoiceField {...{ name, label }} options={namedOf(shape.key, shape.options, nameOf)} />;
    case 'several':
      return (
        <div className="col-span-full">
          {shape.options ? (
            <SeveralField
              {...{ name, label }}
              options={namedOf(shape.key, shape.options, nameOf)}
              sparse={shape.optional}
            />
          ) : (
            <PickField {...{ name, label }} options={events} more={tp('pb.more')} />
          )}
        </div>
      );
    case 'text':
      return shape.key === 'event' ? (
        <ChoiceField {...{ name, label }} className="col-span-full" options={events} />
      ) : (
        <TextField {...{ name, label }} />
      );
  }
};

const namedOf = (key: string, options: readonly string[], nameOf: NameOf): Option[] =>
  options.map((value) => {
    const stage = key === 'in' ? stages.find((one) => one === value) : undefined;
    return { value, label: stage ? nameOf(stage) : choiceName(key, value) };
  });
