import { Split } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Theirs } from '#lib/contract/mutations.ts';
import { Stage } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import { headline } from '../entry.ts';
import { inCare } from '../in-care.ts';
import type { Dispatch, Parked, StageNames } from '../model.ts';
import { useStageNames } from '../stage-names.ts';
import { clock, day, daysAgo } from '../time.ts';
import { Button } from '../ui/button.tsx';

const stageWords = (stage: unknown, names: StageNames | null): string => {
  const { data } = Stage.safeParse(stage);
  return data ? (names?.[data].text ?? t(`stage.${data}`)) : t('conflict.rules');
};

/** What the rep has set, without its frame: "Retain", "Mia · team Poland". */
const mineInWords = ({ about }: Parked, names: StageNames | null): string => {
  if (about?.to) return inCare(about.to);
  if (about?.type === 'Stage Overridden' || about?.type === 'Stage Override Lifted')
    return stageWords(about.data?.to, names);
  return about?.type ? headline({ type: about.type, data: about.data ?? {} }, names) : '';
};

/** Who has set what instead, and when, as far as that was said. */
const theirsInWords = (theirs: Theirs, names: StageNames | null, now: number): string => {
  if (theirs.what === 'assignment') {
    const { owner, team } = theirs.base;
    const known = owner === null ? null : (theirs.ownerName ?? t('care.somebody'));
    return t('conflict.they.plain', { who: t('conflict.meanwhile'), what: inCare({ owner: known, team }) });
  }
  const { by, at, to } = theirs;
  const said = { who: by ?? t('conflict.somebody'), what: stageWords(to, names) };
  if (at === undefined) return t('conflict.they.plain', said);
  return t('conflict.they', { ...said, when: daysAgo(at, now) === 0 ? clock(at) : day(at, now) });
};

type Props = { parked: Parked; theirs: Theirs; now: number; dispatch: Dispatch };

/** Both values side by side, and which of them it is to be ([S17]). */
export const Choice = ({ parked, theirs, now, dispatch }: Props) => {
  const names = useStageNames();
  const ids = [parked.id];
  return (
    <ul className="mt-1 grid grid-cols-2 gap-1.5 text-sm [overflow-wrap:anywhere]">
      <Side says={t('conflict.you', { what: mineInWords(parked, names) })}>
        <Button size="sm" onClick={() => dispatch({ do: 'retry-parked', ids })}>
          {t('conflict.mine')}
        </Button>
      </Side>
      <Side says={theirsInWords(theirs, names, now)}>
        <Button size="sm" onClick={() => dispatch({ do: 'discard-parked', ids })}>
          {t('conflict.theirs')}
        </Button>
      </Side>
    </ul>
  );
};
const Side = ({ says, children }: { says: string; children: ReactNode }) => (
  <li className="flex flex-col items-start justify-between gap-1.5 rounded-lg bg-sunk px-2.5 py-2">
    <p dir="auto">{says}</p>
    {children}
  </li>
);

type AllProps = { parked: readonly Parked[]; whom: string; now: number; dispatch: Dispatch };

/** What the reader and a colleague have set differently for whoever is in view; nothing, where there is nothing. */
export const Conflicts = ({ parked, whom, now, dispatch }: AllProps) =>
  parked.map((one) =>
    one.theirs && one.whom === whom ? (
      <section
        key={one.id}
        aria-label={t('conflict.label')}
        data-part="conflict"
        className="mx-4 mt-3 rounded-xl border border-line bg-card px-3 py-2 shadow-card"
      >
        <p className="flex items-center gap-2 font-medium">
          <Split size={14} aria-hidden className="shrink-0 text-leaf" />
          {t('conflict.label')}
        </p>
        <Choice parked={one} theirs={one.theirs} now={now} dispatch={dispatch} />
      </section>
    ) : null,
  );
