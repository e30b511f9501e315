import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';

type Props = {
  label: string;
  placeholder: string;
  button: string;
  /** A sentence when `value` cannot be added, else null. */
  refuse: (value: string) => string | null;
  onAdd: (value: string) => void;
};

/** One line to type and a button; says why when it does not take it. */
export const AddOne = ({ label, placeholder, button, refuse, onAdd }: Props) => {
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const clean = value.trim().toLowerCase();
    const why = refuse(clean);
    if (why !== null) return setError(why);
    onAdd(clean);
    setValue('');
  };
  return (
    <form onSubmit={add} noValidate className="flex items-start gap-2">
      <Field
        className="min-w-0 flex-1"
        label={label}
        placeholder={placeholder}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => {
          setError(undefined);
          setValue(event.target.value);
        }}
      />
      <Button type="submit" className="mt-5.25 shrink-0">
        {button}
      </Button>
    </form>
  );
};
