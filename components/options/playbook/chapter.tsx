import { Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { get, useFormState } from 'react-hook-form';
import type { PlaybookDraft } from '#lib/contract/playbook-edit.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from './desk.ts';
import { Note } from './framed.tsx';
import { faultsIn } from './judge.ts';
import type { At } from './use-field.ts';

type Props = {
  title: string;
  /** What it says now, in words: all that a reader sees, and an admin until they want to change it. */
  said: ReactNode;
  /** The places in the form that it is about: a fault at one of them opens it. */
  places: readonly At[];
  stage?: string;
  children: ReactNode;
};

/** One side of a play or of the policy: a sentence first, the fields on demand. */
export const Chapter = ({ title, said, places, stage, children }: Props) => {
  const id = useId();
  const { mayEdit } = useDesk();
  const { errors } = useFormState<PlaybookDraft>();
  const faults = mayEdit ? places.flatMap((place) => faultsIn(get(errors, place), place)) : [];
  // Faults of a list as a whole have no field of their own to stand at.
  const loose = faults.filter(({ place }) => places.some((one) => one === place));
  const faulty = faults.length > 0;
  const [wanted, setOpen] = useState(faulty);
  const open = wanted || faulty;
  useEffect(() => {
    // It stays open when the last fault is gone: a form that shuts under somebody's hands is no help.
    if (faulty) setOpen(true);
  }, [faulty]);
  return (
    <section aria-labelledby={`${id}-title`} className="border-line border-t py-3.5" data-stage={stage}>
      <div className="flex items-start justify-between gap-3">
        <h3
          id={`${id}-title`}
          className={stage ? 'font-semibold text-(--stage) text-sm' : 'font-semibold text-soft text-xs'}
        >
          {title}
        </h3>
        {mayEdit && (
          <Button
            size="sm"
            look="quiet"
            className="-me-2.5 -mt-1.5 shrink-0"
            aria-expanded={open}
            aria-controls={`${id}-fields`}
            aria-label={`${tp(open ? 'pb.fold' : 'pb.edit')}: ${title}`}
            onClick={() => setOpen(!open)}
          >
            {!open && <Pencil size={12} aria-hidden />}
            {tp(open ? 'pb.fold' : 'pb.edit')}
          </Button>
        )}
      </div>
      {!open && <div className="[overflow-wrap:anywhere]">{said}</div>}
      {open && (
        <div id={`${id}-fields`} className="mt-2 flex flex-col gap-3.5">
          {children}
          {loose.map(({ place, text }) => (
            <Note key={`${place} ${text}`} fault text={text} />
          ))}
        </div>
      )}
    </section>
  );
};
