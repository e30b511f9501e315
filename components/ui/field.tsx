import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';

type Props = ComponentProps<'input'> & { label: string; error?: string | undefined; hint?: string };

/** A labelled input; its error is said by name and tied to it. */
export const Field = ({ label, error, hint, className, ...rest }: Props) => {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-soft text-xs">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={cx(input, error !== undefined && 'border-alarm!')}
      />
      {note && (
        <p
          id={`${id}-note`}
          role={error ? 'alert' : undefined}
          className={cx('mt-1 text-xs', error ? 'text-alarm' : 'text-soft')}
        >
          {note}
        </p>
      )}
    </div>
  );
};

export const input =
  'min-h-9 w-full rounded-lg border border-edge bg-card px-2.5 text-sm text-ink placeholder:text-soft';
