import { type FieldPath, get, useController, useFormState } from 'react-hook-form';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { useDesk } from './desk.ts';
import { faultsIn } from './judge.ts';

export type At = FieldPath<PlaybookDraft>;

/** A place in the form, put together from its parts; the contract's own names are the parts. */
export const at = (...parts: (string | number)[]): At => parts.join('.') as At;

/** A value of the form with what is wrong at it or under it. `unknown`: a field looks at what it was given. */
export const useField = (name: At) => {
  const { field } = useController<PlaybookDraft>({ name });
  const { errors } = useFormState<PlaybookDraft>();
  const { mayEdit } = useDesk();
  const value: unknown = field.value;
  const fault = faultsIn(get(errors, name))
    .map(({ text }) => text)
    .join(' ');
  return {
    value,
    set: (next: unknown) => field.onChange(next),
    ref: field.ref,
    fault: fault || undefined,
    mayEdit,
  };
};
