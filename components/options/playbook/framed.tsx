import { type ReactNode, useId } from 'react';
import { cx } from '../../ui/cx.ts';

type Tied = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };
type Props = {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  className?: string | undefined;
  children: (tied: Tied) => ReactNode;
};

/** A label over what it labels, and under it the fault, else the hint; tied together for who cannot see them. */
export const Framed = ({ label, hint, fault, className, children }: Props) => {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-soft text-xs">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': note ? `${id}-note` : undefined,
      })}
      {note && <Note id={`${id}-note`} fault={fault !== undefined} text={note} />}
    </div>
  );
};

export const Note = ({ id, fault, text }: { id?: string; fault: boolean; text: string }) => (
  <p
    id={id}
    role={fault ? 'alert' : undefined}
    className={cx('mt-1 text-xs', fault ? 'text-alarm' : 'text-soft')}
  >
    {text}
  </p>
);

type GroupProps = {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  children: ReactNode;
};
/** Several boxes under one name. */
export const Group = ({ label, hint, fault, children }: GroupProps) => {
  const id = useId();
  const note = fault ?? hint;
  return (
    <fieldset aria-describedby={note ? `${id}-note` : undefined}>
      <legend className="mb-1 font-medium text-soft text-xs">{label}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
      {note && <Note id={`${id}-note`} fault={fault !== undefined} text={note} />}
    </fieldset>
  );
};

/** What a field would show, for those who only read. */
export const Said = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <p className="font-medium text-soft text-xs">{label}</p>
    <div className="whitespace-pre-line [overflow-wrap:anywhere]">{children}</div>
  </div>
);

/** A box to tick, as big as its words. */
export const Tick = ({
  label,
  checked,
  onTick,
  inputRef,
}: {
  label: string;
  checked: boolean;
  onTick: (checked: boolean) => void;
  inputRef?: ((element: HTMLInputElement | null) => void) | undefined;
}) => (
  <label className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-lg border border-line px-2.5 has-checked:border-leaf has-checked:bg-leaf-wash">
    <input
      ref={inputRef}
      type="checkbox"
      className="accent-leaf"
      checked={checked}
      onChange={(event) => onTick(event.target.checked)}
    />
    {label}
  </label>
);

/** On or off, at once. */
export const Switch = ({
  label,
  on,
  onTurn,
}: {
  label: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}) => (
  <input
    type="checkbox"
    role="switch"
    aria-checked={on}
    aria-label={label}
    title={label}
    checked={on}
    onChange={(event) => onTurn(event.target.checked)}
    className="relative h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full bg-edge transition-colors before:absolute before:start-0.5 before:top-0.5 before:size-4 before:rounded-full before:bg-card before:transition-transform checked:bg-leaf checked:before:translate-x-4 rtl:checked:before:-translate-x-4"
  />
);
