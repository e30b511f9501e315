import { AtSign, ChevronRight } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { Candidate, Dispatch, View } from '../model.ts';
import { Button } from '../ui/button.tsx';
import { Avatar } from './avatar.tsx';
import { Warnings } from './warnings.tsx';

type Props = { view: Extract<View, { kind: 'pick' }>; dispatch: Dispatch };

const nameOf = ({ customer, person, address }: Candidate): string =>
  customer?.profile.name ?? (person.name || address);

const asking = ({ rejected, blind, candidates }: Props['view']): 'rejected' | 'blind' | 'one' | 'several' =>
  rejected ? 'rejected' : blind ? 'blind' : candidates.length === 1 ? 'one' : 'several';

/** Several people could be meant. The rep says which; "none" is an answer, too. */
export const Pick = ({ view, dispatch }: Props) => {
  const { candidates, subject } = view;
  const why = asking(view);
  return (
    <section aria-labelledby="pick-title" data-part="pick" className="flex flex-col gap-3 p-4">
      <div>
        <h1 id="pick-title" className="font-semibold text-lg tracking-tight">
          {t(`pick.${why}.title`)}
        </h1>
        <p className="mt-0.5 text-soft">{t(`pick.${why}.text`, { n: candidates.length })}</p>
        {subject && (
          <p className="mt-1.5 line-clamp-2 border-line border-s-2 ps-2 text-soft text-xs" dir="auto">
            {subject}
          </p>
        )}
      </div>
      <ul className="flex flex-col gap-2">
        {candidates.map((candidate) => (
          <li key={candidate.address}>
            <button
              type="button"
              onClick={() => dispatch({ do: 'pick', address: candidate.address })}
              className="flex w-full items-center gap-3 rounded-xl border border-line bg-card p-3 text-start shadow-card transition-colors hover:border-leaf"
            >
              <Avatar small name={candidate.customer?.profile.name ?? candidate.person.name} />
              <span className="min-w-0 flex-1">
                <span
                  className="line-clamp-2 font-semibold [overflow-wrap:anywhere]"
                  dir="auto"
                  title={nameOf(candidate)}
                >
                  {nameOf(candidate)}
                </span>
                <span className="block break-all text-soft text-xs" dir="ltr">
                  {candidate.address}
                </span>
                <span className="block text-soft text-xs">
                  {t(`role.${candidate.person.role}`)}
                  {candidate.customer ? '' : ` · ${t('who.unknown')}`}
                </span>
              </span>
              <ChevronRight size={16} aria-hidden className="shrink-0 text-soft rtl:-scale-x-100" />
            </button>
            <Warnings candidate={candidate} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {why === 'blind' && (
          <Button onClick={() => dispatch({ do: 'open-options' })}>
            <AtSign size={15} aria-hidden />
            {t('pick.blind.button')}
          </Button>
        )}
        {why !== 'rejected' && (
          <Button look="quiet" onClick={() => dispatch({ do: 'wrong-person' })}>
            {t(candidates.length === 1 ? 'who.wrong' : 'pick.unsure')}
          </Button>
        )}
      </div>
    </section>
  );
};
