import { useState } from 'react';
import { tp } from '#lib/i18n/playbook.ts';
import { cx } from '../../ui/cx.ts';
import { input } from '../../ui/field.tsx';
import { Framed, Said } from './framed.tsx';
import { type At, useField } from './use-field.ts';

const split = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** The rows of the catalogue, typed as one line of words. */
export const RowsField = ({ name }: { name: At }) => {
  const { value, set, ref, fault, mayEdit } = useField(name);
  const rows = Array.isArray(value) ? value.map(String) : [];
  // What is typed is not yet the list: a space at its end must be allowed to stay.
  const [typed, setTyped] = useState(rows.join(' '));
  if (!mayEdit) return <Said label={tp('pb.rows')}>{rows.join(' ')}</Said>;
  return (
    <Framed label={tp('pb.rows')} hint={tp('pb.rows.hint')} fault={fault}>
      {(tied) => (
        <input
          {...tied}
          ref={ref}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          value={split(typed).join(' ') === rows.join(' ') ? typed : rows.join(' ')}
          onChange={({ target }) => {
            setTyped(target.value);
            set(split(target.value));
          }}
          className={cx(input, fault !== undefined && 'border-alarm!')}
        />
      )}
    </Framed>
  );
};
