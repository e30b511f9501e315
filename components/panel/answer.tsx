import { Check, ChevronDown, Clock3, X } from 'lucide-react';
import { useState } from 'react';
import { DismissReason } from '#lib/contract/events.ts';
import { t } from '#lib/i18n/index.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { morningIn, nextWeek, untilTheyWrite, weekday } from '../time.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import type { Acts } from './acts.ts';
import { SnoozeDate } from './snooze-date.tsx';

type Props = { card: Card; now: number; acts: Acts };
const tight = 'px-3! @max-[19rem]:px-2.5!';

/** Done, later, or not at all; the five reasons teach different things, so they are asked for. */
export const Answer = ({ card, now, acts }: Props) => (
  // The row's own width decides, not the window's: a scrollbar takes its share of a panel that is 320 px wide.
  <div className="@container mt-3">
    <div className="flex items-center gap-1">
      <div className="flex">
        <Button look="primary" className={cx('rounded-e-none', tight)} onClick={() => acts.done(card, true)}>
          <Check size={15} aria-hidden />
          {t('action.done')}
        </Button>
        <Menu
          label={t('action.done.more')}
          className={cx(
            buttonClass({ look: 'primary' }),
            'rounded-s-none border-on-leaf/25 border-s ps-1.5! pe-1.5! @max-[19rem]:ps-1! @max-[19rem]:pe-1!',
          )}
          trigger={<ChevronDown size={14} aria-hidden />}
        >
          <DoneItems card={card} acts={acts} />
        </Menu>
      </div>
      <Snooze card={card} now={now} acts={acts} className={cx(buttonClass(), tight)} />
      <Dismiss
        card={card}
        acts={acts}
        className={cx(buttonClass({ look: 'quiet' }), 'whitespace-nowrap px-2! @max-[19rem]:px-1.5!')}
      />
    </div>
  </div>
);
export const DoneItems = ({ card, acts }: Omit<Props, 'now'>) => (
  <>
    <MenuItem onPick={() => acts.done(card, true)}>{t('action.done.contact')}</MenuItem>
    <MenuItem onPick={() => acts.done(card, false)}>{t('action.done.quiet')}</MenuItem>
  </>
);

const Snooze = ({ card, now, acts, className }: Props & { className: string }) => {
  const [asking, setAsking] = useState(false);
  const tomorrow = morningIn(1, now);
  const week = nextWeek(now);
  return (
    <>
      <Menu
        className={className}
        trigger={
          <>
            <Clock3 size={14} aria-hidden className="@max-[19rem]:hidden" />
            {t('action.snooze')}
          </>
        }
      >
        <MenuItem onPick={() => acts.snooze(card, tomorrow)} hint={weekday(tomorrow, now)}>
          {t('action.snooze.tomorrow')}
        </MenuItem>
        <MenuItem onPick={() => acts.snooze(card, week)} hint={weekday(week, now)}>
          {t('action.snooze.week')}
        </MenuItem>
        <MenuItem onPick={() => setAsking(true)}>{t('action.snooze.date')}</MenuItem>
        <MenuItem onPick={() => acts.snooze(card, untilTheyWrite(now), 'they-write')}>
          {t('action.snooze.write')}
        </MenuItem>
      </Menu>
      <SnoozeDate
        open={asking}
        now={now}
        onClose={() => setAsking(false)}
        onSet={(until) => acts.snooze(card, until)}
      />
    </>
  );
};

const Dismiss = ({ card, acts, className }: Omit<Props, 'now'> & { className: string }) => (
  <Menu
    heading={t('action.dismiss.why')}
    className={className}
    trigger={
      <>
        <span title={t('action.dismiss')} aria-hidden className="hidden @max-[16.5rem]:block">
          <X size={16} />
        </span>
        <span className="@max-[16.5rem]:sr-only">{t('action.dismiss')}</span>
      </>
    }
  >
    <DismissItems card={card} acts={acts} />
  </Menu>
);

export const DismissItems = ({ card, acts }: Omit<Props, 'now'>) =>
  DismissReason.options.map((why) => (
    <MenuItem key={why} onPick={() => acts.dismiss(card, why)} hint={t(`action.dismiss.${why}.hint`)}>
      {t(`action.dismiss.${why}`)}
    </MenuItem>
  ));
