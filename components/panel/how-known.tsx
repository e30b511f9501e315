import { BadgeCheck, CircleDashed, CircleHelp } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { Candidate, Dispatch } from '../model.ts';
import { hostName } from '../say.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Popover } from '../ui/popover.tsx';

const marks = { sure: BadgeCheck, likely: CircleDashed, weak: CircleHelp } as const;
const tones = { sure: 'text-green', likely: 'text-soft', weak: 'text-yellow' } as const;

type Props = { candidate: Candidate; host: string; dispatch: Dispatch };

/** Which part of the page said so, and how much that is worth. */
export const HowKnown = ({ candidate: { person, address, as }, host, dispatch }: Props) => {
  const Mark = marks[person.confidence];
  const sure = t(`who.how.${person.confidence}`);
  return (
    <Popover
      title={t('who.how')}
      label={`${t('who.how')}: ${sure}`}
      className={cx(
        'inline-flex min-h-6 shrink-0 items-center gap-1 rounded-md px-1 font-medium text-2xs hover:bg-sunk',
        tones[person.confidence],
      )}
      trigger={
        <>
          <Mark size={14} aria-hidden />
          {person.confidence !== 'sure' && sure}
        </>
      }
    >
      <p className={cx('font-medium', tones[person.confidence])}>
        {t('who.how.by', { confidence: sure, role: t(`role.${person.role}`) })}
      </p>
      <p className="mt-0.5 text-soft text-xs">{t(`who.how.${person.confidence}.text`)}</p>
      <dl className="mt-2.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
        <dt className="text-soft">{t('who.how.anchor')}</dt>
        <dd className="break-words">{person.from}</dd>
        <dt className="text-soft">{t('who.how.address')}</dt>
        <dd className="break-all" dir="ltr">
          {address}
        </dd>
        <dt className="text-soft">{t('who.how.host')}</dt>
        <dd className="break-words">{hostName(host)}</dd>
        {as && (
          <>
            <dt className="text-soft">{t('who.how.match')}</dt>
            <dd className="[overflow-wrap:anywhere]">
              {t(`who.how.match.${as.how}`, { address: as.address })}
            </dd>
          </>
        )}
      </dl>
      <Button size="sm" className="mt-3 w-full" onClick={() => dispatch({ do: 'wrong-person' })}>
        {t('who.wrong')}
      </Button>
    </Popover>
  );
};
