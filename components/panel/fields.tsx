import type { ComponentProps } from 'react';
import { isoDay } from '../time.ts';
import { Field } from '../ui/field.tsx';

type FieldProps = Omit<ComponentProps<typeof Field>, 'value' | 'onChange' | 'type' | 'min'>;
type Typed = FieldProps & { value: string; onValue: (value: string) => void };

/** A line in somebody's own words, at most as long as an event keeps it. */
export const LineField = ({ onValue, ...rest }: Typed) => (
  <Field
    dir="auto"
    maxLength={300}
    autoComplete="off"
    {...rest}
    onChange={(event) => onValue(event.target.value)}
  />
);

/** A day as `2026-11-22`; `from` (milliseconds) is on the first that may be chosen. */
export const DayField = ({ onValue, from, ...rest }: Typed & { from: number }) => (
  <Field type="date" min={isoDay(from)} {...rest} onChange={(event) => onValue(event.target.value)} />
);
