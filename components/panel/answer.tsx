import { Check, ChevronDown, Clock3, X } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { DismissReason } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { t } from '#lib/i18n/index.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { headline, newestFirst } from '../entry.ts';
import { ago, morningIn, nextWeek, untilTheyWrite, weekday } from '../time.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import type { Acts } from './acts.ts';
import { SnoozeDate } from './snooze-date.tsx';
import { WrongFact } from './wrong-fact.tsx';

type Props = { card: Card; now: number; acts: Acts };
/** The timeline tells which contact a colleague may have made already. */
type DismissProps = Props & { timeline: TimelineEntry[] };
const tight = 'px-3! @max-[19rem]:px-2.5!';

/** Done, later, or not at all; the five reasons teach different things, so they are asked for. */
export const Answer = ({ card, timeline, now, acts }: Props & { timeline: TimelineEntry[] }) => (
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
      <DismissMenu
        card={card}
        timeline={timeline}
        now={now}
        acts={acts}
        heading={t('action.dismiss.why')}
        className={cx(buttonClass({ look: 'quiet' }), 'whitespace-nowrap px-2! @max-[19rem]:px-1.5!')}
        trigger={
          <>
            <span title={t('action.dismiss')} aria-hidden className="hidden @max-[16.5rem]:block">
              <X size={16} />
            </span>
            <span className="@max-[16.5rem]:sr-only">{t('action.dismiss')}</span>
          </>
        }
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

type MenuProps = ComponentProps<typeof Menu>;
type DismissMenuProps = DismissProps & Omit<MenuProps, 'children'> & Partial<Pick<MenuProps, 'children'>>;

/** A menu that ends with the reasons against a card. Which fact is wrong is asked beside it, once the menu has closed. */
export const DismissMenu = ({ card, timeline, now, acts, children, ...menu }: DismissMenuProps) => {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu {...menu}>
        {children}
        <DismissItems
          card={card}
          timeline={timeline}
          now={now}
          acts={acts}
          onWrongFact={() => setAsking(true)}
        />
      </Menu>
      {asking && <WrongFact card={card} acts={acts} onClose={() => setAsking(false)} />}
    </>
  );
};

/** A contact of ours as fresh as this may be the very thing that is suggested. */
const FRESH = 7 * DAY;
const doneBefore = (timeline: TimelineEntry[], now: number): TimelineEntry | undefined =>
  [...timeline]
    .sort(newestFirst)
    .find(
      ({ type, at, data }) =>
        type === 'Touchpoint Logged' &&
        data.direction === 'out' &&
        data.kind !== 'NOTE' &&
        data.kind !== 'TASK' &&
        now - at < FRESH,
    );

type ItemsProps = DismissProps & { onWrongFact: () => void };
const DismissItems = ({ card, timeline, now, acts, onWrongFact }: ItemsProps) => {
  const before = doneBefore(timeline, now);
  const hint = (why: DismissReason): string =>
    why === 'already-done' && before
      ? t('action.dismiss.already-done.linked', { what: headline(before), ago: ago(before.at, now) })
      : t(`action.dismiss.${why}.hint`);
  const pick = (why: DismissReason) => {
    if (why === 'wrong-fact') onWrongFact();
    else acts.dismiss(card, why, why === 'already-done' && before ? { touchpoint: before.id } : {});
  };
  return DismissReason.options.map((why) => (
    <MenuItem key={why} onPick={() => pick(why)} hint={hint(why)}>
      {t(`action.dismiss.${why}`)}
    </MenuItem>
  ));
};
