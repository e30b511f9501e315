import { useEffect, useState } from 'react';
import type { Doubt } from '#lib/contract/playbook-edit.ts';
import { t } from '#lib/i18n/index.ts';
import { ago, full } from '../time.ts';
import { Button } from '../ui/button.tsx';
import type { PlaybookDesk } from './model.ts';

/** How many are shown at first. */
const FEW = 5;

type Props = { desk: PlaybookDesk; now: number };

/** Suggestions that somebody put away because a fact is wrong: a small list of what to mend. */
export const Doubts = ({ desk: { ask, playbook }, now }: Props) => {
  const [doubts, setDoubts] = useState<Doubt[] | 'failed' | null>(null);
  const [all, setAll] = useState(false);
  useEffect(() => {
    let gone = false;
    void ask?.doubts().then((answer) => {
      if (!gone) setDoubts(answer.ok ? answer.value.doubts : 'failed');
    });
    return () => {
      gone = true;
    };
  }, [ask]);
  if (doubts === null) return null;
  if (doubts === 'failed') return <p className="text-soft">{t('options.doubts.failed')}</p>;
  if (doubts.length === 0) return <p className="text-soft">{t('options.doubts.none')}</p>;
  const titleOf = (play: string) => playbook?.plays.find(({ id }) => id === play)?.text.title ?? play;
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {(all ? doubts : doubts.slice(0, FEW)).map(({ event, at, by, customer, play, fact }) => (
          <li key={event} className="py-2 [overflow-wrap:anywhere]">
            <p>
              <span dir="auto" className="font-medium">
                {customer.name}
              </span>
              {': '}
              <span dir="auto">{fact ?? t('options.doubts.unsaid')}</span>
            </p>
            <p className="text-soft text-xs" title={full(at)}>
              {t('options.doubts.line', {
                by: by ?? t('options.doubts.somebody'),
                when: ago(at, now),
                play: titleOf(play),
              })}
            </p>
          </li>
        ))}
      </ul>
      {!all && doubts.length > FEW && (
        <Button size="sm" look="quiet" className="mt-2" onClick={() => setAll(true)}>
          {t('options.doubts.all', { n: doubts.length })}
        </Button>
      )}
    </>
  );
};
