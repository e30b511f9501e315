import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { get, useFormState } from 'react-hook-form';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import type { Shape } from '#lib/contract/shape.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { input } from '../../ui/field.tsx';
import type { Option } from './fields.tsx';
import { Framed } from './framed.tsx';
import { faultsIn } from './judge.ts';
import { Shaped } from './shaped.tsx';
import { at } from './use-field.ts';

type Props = {
  /** Where it stands in the form: `plays.3.triggers.0`. */
  place: string;
  label: string;
  /** The closed set that it is one of, and which one. */
  kinds: readonly Option[];
  kind: string;
  shapes: readonly Shape[];
  /** What it says now, as a sentence. */
  said: string;
  /** There has to be one, so the last is not taken away. */
  alone: boolean;
  onChoose: (kind: string) => void;
  onRemove: () => void;
  children?: ReactNode;
};

/** A trigger or a persona's rule: which of a closed set it is, and the fields of that one. */
export const Variant = (props: Props) => {
  const { place, label, kinds, kind, shapes, said, alone, onChoose, onRemove, children } = props;
  const { errors } = useFormState<PlaybookDraft>();
  // Only what is said of it as a whole: its fields say their own.
  const whole = faultsIn(get(errors, place), place).find((fault) => fault.place === place)?.text;
  return (
    <div className="rounded-xl bg-sunk p-3">
      <div className="flex items-start gap-2">
        <Framed label={label} fault={whole} className="min-w-0 flex-1">
          {(tied) => (
            <select
              {...tied}
              value={kind}
              onChange={(event) => onChoose(event.target.value)}
              className={input}
            >
              {kinds.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          )}
        </Framed>
        {!alone && (
          <Button
            size="icon"
            look="quiet"
            className="mt-6"
            aria-label={tp('pb.when.remove', { what: said })}
            onClick={onRemove}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      </div>
      {shapes.length > 0 && (
        <div className="mt-3">
          <Shaped shapes={shapes} under={at(place)} of={kind} />
        </div>
      )}
      {children}
    </div>
  );
};
