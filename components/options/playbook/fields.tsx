import type { Shape } from '#lib/contract/shape.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { number } from '../../time.ts';
import { cx } from '../../ui/cx.ts';
import { input } from '../../ui/field.tsx';
import { Framed, Group, Said, Tick } from './framed.tsx';
import { type At, useField } from './use-field.ts';

type Common = { name: At; label: string; hint?: string | undefined; className?: string | undefined };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const wrong = (fault: string | undefined) => fault !== undefined && 'border-alarm!';

/** One line of text. */
export const TextField = ({
  name,
  label,
  hint,
  className,
  dir = 'auto',
}: Common & { dir?: 'auto' | 'ltr' }) => {
  const { value, set, ref, fault, mayEdit } = useField(name);
  if (!mayEdit) return textOf(value) ? <Said label={label}>{textOf(value)}</Said> : null;
  return (
    <Framed label={label} hint={hint} fault={fault} className={className}>
      {(tied) => (
        <input
          {...tied}
          ref={ref}
          dir={dir}
          autoComplete="off"
          value={textOf(value)}
          onChange={(event) => set(event.target.value)}
          className={cx(input, wrong(fault))}
        />
      )}
    </Framed>
  );
};

/** Several lines; it grows with what is in it. With `lines`, each line is an entry of a list. */
export const AreaField = ({ name, label, hint, className, lines }: Common & { lines?: boolean }) => {
  const { value, set, ref, fault, mayEdit } = useField(name);
  const text = lines ? listOf(value).join('\n') : textOf(value);
  if (!mayEdit) return text ? <Said label={label}>{text}</Said> : null;
  return (
    <Framed label={label} hint={hint} fault={fault} className={className}>
      {(tied) => (
        <textarea
          {...tied}
          ref={ref}
          dir="auto"
          rows={2}
          value={text}
          onChange={({ target }) => set(lines ? target.value.split('\n') : target.value)}
          className={cx(input, 'field-sizing-content block py-2 leading-5', wrong(fault))}
        />
      )}
    </Framed>
  );
};

/** What the contract says of a number. */
export type NumberShape = Extract<Shape, { kind: 'number' }>;
type NumberProps = Common & { shape: NumberShape | undefined };
/** A number; its bounds are said under it where there is no other hint. */
export const NumberField = ({ name, label, hint, className, shape }: NumberProps) => {
  const { min = null, max = null, whole = false, optional = false } = shape ?? {};
  const { value, set, ref, fault, mayEdit } = useField(name);
  const shown = typeof value === 'number' && Number.isFinite(value) ? value : null;
  if (!mayEdit) return shown === null ? null : <Said label={label}>{number(shown, 2)}</Said>;
  const bounds =
    min !== null && max !== null && max < 3_650
      ? tp('pb.range', { min: number(min, 2), max: number(max, 2) })
      : undefined;
  return (
    <Framed
      label={label}
      hint={hint ?? ([bounds, optional && tp('pb.optional')].filter(Boolean).join(' · ') || undefined)}
      fault={fault}
      className={className}
    >
      {(tied) => (
        <input
          {...tied}
          ref={ref}
          type="number"
          inputMode={whole ? 'numeric' : 'decimal'}
          step={whole ? 1 : 'any'}
          {...(min !== null && { min })}
          {...(max !== null && { max })}
          dir="ltr"
          value={shown ?? ''}
          // An empty field is no number: null, as it also comes back from the browser's storage.
          onChange={({ target }) =>
            set(target.value === '' ? (optional ? undefined : null) : Number(target.value))
          }
          className={cx(input, 'max-w-32', wrong(fault))}
        />
      )}
    </Framed>
  );
};

type ShareProps = Common & { min: number; max: number; step: number; say: (value: number) => string };
/** A number between two bounds, felt rather than typed. */
export const ShareField = ({ name, label, hint, min, max, step, say }: ShareProps) => {
  const { value, set, ref, fault, mayEdit } = useField(name);
  const shown = typeof value === 'number' ? value : 1;
  if (!mayEdit) return <Said label={label}>{say(shown)}</Said>;
  return (
    <Framed label={label} hint={hint} fault={fault}>
      {(tied) => (
        <span className="flex items-center gap-3">
          <input
            {...tied}
            ref={ref}
            type="range"
            {...{ min, max, step }}
            value={shown}
            aria-valuetext={say(shown)}
            onChange={(event) => set(Number(event.target.value))}
            className="h-9 min-w-0 flex-1 accent-leaf"
          />
          <output htmlFor={tied.id} className="w-24 shrink-0 text-end font-medium tabular-nums">
            {say(shown)}
          </output>
        </span>
      )}
    </Framed>
  );
};

export type Option = { value: string; label: string };
type ChoiceProps = Common & {
  options: readonly Option[];
  /** The words for "none of them"; the value is then absent. */
  none?: string | undefined;
};
/** One of a few. */
export const ChoiceField = ({ name, label, hint, className, options, none }: ChoiceProps) => {
  const { value, set, ref, fault, mayEdit } = useField(name);
  const chosen = typeof value === 'boolean' ? String(value) : textOf(value);
  if (!mayEdit)
    return <Said label={label}>{options.find((one) => one.value === chosen)?.label ?? none ?? chosen}</Said>;
  return (
    <Framed label={label} hint={hint} fault={fault} className={className}>
      {(tied) => (
        <select
          {...tied}
          ref={ref}
          value={chosen}
          onChange={({ target }) =>
            set(typeof value === 'boolean' ? target.value === 'true' : target.value || undefined)
          }
          className={cx(input, wrong(fault))}
        >
          {none !== undefined && <option value="">{none}</option>}
          {/* What is stored but not in the list is shown, so that it can be seen and changed. */}
          {none === undefined && !options.some((one) => one.value === chosen) && (
            <option value={chosen}>{chosen}</option>
          )}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
};

/** Any of a few. `sparse`: choosing none leaves the value absent. */
export const SeveralField = ({ name, label, hint, options, sparse }: ChoiceProps & { sparse?: boolean }) => {
  const { value, set, fault, mayEdit, ref } = useField(name);
  const chosen = listOf(value);
  const words = options.filter((one) => chosen.includes(one.value)).map((one) => one.label);
  if (!mayEdit) return words.length > 0 ? <Said label={label}>{words.join(', ')}</Said> : null;
  const turn = (one: string, on: boolean) => {
    // In the order of the options, so that ticking and unticking leaves no change behind.
    const next = options
      .map((each) => each.value)
      .filter((each) => (each === one ? on : chosen.includes(each)));
    set(sparse && next.length === 0 ? undefined : next);
  };
  return (
    <Group label={label} hint={hint} fault={fault}>
      {options.map((one, i) => (
        <Tick
          key={one.value}
          label={one.label}
          checked={chosen.includes(one.value)}
          onTick={(on) => turn(one.value, on)}
          inputRef={i === 0 ? ref : undefined}
        />
      ))}
    </Group>
  );
};

/** A list of many that are chosen one after another: those chosen as boxes to untick, the rest in a list. */
export const PickField = ({ name, label, options, more }: ChoiceProps & { more: string }) => {
  const { value, set, fault, mayEdit, ref } = useField(name);
  const chosen = listOf(value);
  const labelOf = (one: string) => options.find((option) => option.value === one)?.label ?? one;
  if (!mayEdit) return <Said label={label}>{chosen.map(labelOf).join(', ')}</Said>;
  return (
    <div className="flex flex-col gap-2">
      {chosen.length > 0 && (
        <Group label={label}>
          {chosen.map((one) => (
            <Tick
              key={one}
              label={labelOf(one)}
              checked
              onTick={() => set(chosen.filter((each) => each !== one))}
            />
          ))}
        </Group>
      )}
      <Framed label={chosen.length > 0 ? more : label} fault={fault}>
        {(tied) => (
          <select
            {...tied}
            ref={ref}
            value=""
            onChange={({ target }) => set([...chosen, target.value])}
            className={cx(input, wrong(fault))}
          >
            <option value="" />
            {options
              .filter((one) => !chosen.includes(one.value))
              .map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
          </select>
        )}
      </Framed>
    </div>
  );
};

/** Yes or no. `absent`: what an absent value means; that value is then stored as absent. */
export const TruthField = ({ name, label, absent = false }: Common & { absent?: boolean }) => {
  const { value, set, mayEdit, ref } = useField(name);
  const on = typeof value === 'boolean' ? value : absent;
  if (!mayEdit) return on ? <p>{label}</p> : null;
  return (
    <Tick
      label={label}
      checked={on}
      onTick={(next) => set(next === absent ? undefined : next)}
      inputRef={ref}
    />
  );
};
