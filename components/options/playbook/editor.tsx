import { ChevronLeft } from 'lucide-react';
import { tp } from '#lib/i18n/playbook.ts';
import { cx } from '../../ui/cx.ts';
import type { PlaybookDesk } from '../model.ts';
import { Editing } from './editing.tsx';
import { hashOf, type Place, parts } from './place.ts';
import { useOpening } from './use-opening.ts';

type Props = {
  desk: PlaybookDesk;
  /** In whose words this colleague sees the stages; null: as the team has it. */
  stageModel: string | null;
  now: number;
  place: Place;
};

/** The whole playbook on a page of its own: to read for everybody, to change for admins. */
export const PlaybookEditor = ({ desk, stageModel, now, place }: Props) => {
  const { opening, begin, fetchNewest } = useOpening(desk);
  const here = place.part === 'play' ? 'plays' : place.part;
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col px-4 py-8 font-sans text-ink text-sm antialiased">
      <a
        href="#options"
        className="-ms-1 mb-2 inline-flex min-h-7 items-center gap-1 self-start rounded-md px-1 font-medium text-soft text-xs hover:text-ink"
      >
        <ChevronLeft size={14} aria-hidden className="rtl:-scale-x-100" />
        {tp('pb.back')}
      </a>
      <h1 className="font-semibold text-2xl tracking-tight">{tp('pb.title')}</h1>
      <p className="mt-0.5 mb-4 text-soft">
        {opening &&
          tp('pb.standing', {
            version: opening.base.version,
            n: opening.base.plays.length,
            edited: String(opening.base.edited),
          })}
        {!desk.mayEdit && ` ${tp('pb.reader')}`}
      </p>
      <nav aria-label={tp('pb.parts')} className="mb-4 flex flex-wrap gap-0 sm:gap-1">
        {parts.map((part) => (
          <a
            key={part}
            href={hashOf({ part })}
            aria-current={part === here ? 'page' : undefined}
            className={cx(
              'inline-flex min-h-8 items-center rounded-full px-2 font-medium sm:px-3',
              part === here ? 'bg-leaf text-on-leaf' : 'text-soft hover:bg-sunk hover:text-ink',
            )}
          >
            {tp(`pb.${part}`)}
          </a>
        ))}
      </nav>
      {opening ? (
        <Editing key={opening.turn} {...{ desk, stageModel, now, place, opening, begin, fetchNewest }} />
      ) : (
        <p role="status" className="py-6 text-soft">
          {tp(desk.playbook === null && desk.ask === null ? 'pb.none' : 'pb.loading')}
        </p>
      )}
    </main>
  );
};
