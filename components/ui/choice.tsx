import { type ComponentProps, useId } from 'react';
import { cx } from './cx.ts';
import { input } from './field.tsx';

type SelectProps = ComponentProps<'select'> & { label: string; error?: string | undefined };

/** A labelled list to choose one of. */
export const Select = ({ label, error, className, children, ...rest }: SelectProps) => {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-soft text-xs">
        {label}
      </label>
      <select
        {...rest}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-note` : undefined}
        className={cx(input, 'text-ellipsis', error !== undefined && 'border-alarm!')}
      >
        {children}
      </select>
      {error && (
        <p id={`${id}-note`} role="alert" className="mt-1 text-alarm text-xs">
          {error}
        </p>
      )}
    </div>
  );
};

type WordsProps = ComponentProps<'textarea'> & { label: string };

/** A labelled field for a few sentences. */
export const Words = ({ label, className, ...rest }: WordsProps) => {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-soft text-xs">
        {label}
      </label>
      <textarea dir="auto" rows={2} maxLength={4_000} {...rest} id={id} className={cx(input, 'py-1.5')} />
    </div>
  );
};
