import { Ellipsis } from 'lucide-react';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import { t } from '#lib/i18n/index.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { morningIn, nextWeek, untilTheyWrite } from '../time.ts';
import { buttonClass } from '../ui/button.tsx';
import { MenuItem } from '../ui/menu.tsx';
import type { Acts } from './acts.ts';
import { DismissMenu, DoneItems } from './answer.tsx';
import { ForWhom } from './for-whom.tsx';

type Props = { timeline: TimelineEntry[]; now: number; acts: Acts };

/** At most two more that come close. Small, so that the first one stays the first. */
export const Others = ({ cards, ...rest }: Props & { cards: Card[] }) =>
  cards.length === 0 ? null : (
    <section aria-label={t('action.others')} data-part="others" className="px-4">
      <h3 className="mb-1 text-soft text-xs">{t('action.others')}</h3>
      <ul className="flex flex-col divide-y divide-line rounded-xl border border-line bg-card">
        {cards.slice(0, 2).map((card) => (
          <Other key={card.key} card={card} {...rest} />
        ))}
      </ul>
    </section>
  );

const Other = ({ card, timeline, now, acts }: Props & { card: Card }) => (
  <li className="flex items-start gap-2 py-2 ps-3.5 pe-1.5">
    <div className="min-w-0 flex-1">
      <ForWhom play={card.play} />
      <p className="font-medium">{card.play.text.title}</p>
      <p className="text-soft text-xs">{say(card.because)}</p>
    </div>
    <DismissMenu
      card={card}
      timeline={timeline}
      now={now}
      acts={acts}
      label={t('action.answers', { title: card.play.text.title })}
      className={buttonClass({ look: 'quiet', size: 'icon' })}
      trigger={<Ellipsis size={16} aria-hidden />}
    >
      <DoneItems card={card} acts={acts} />
      <hr className="my-1 border-line" />
      <MenuItem onPick={() => acts.snooze(card, morningIn(1, now))}>
        {t('action.snooze')}: {t('action.snooze.tomorrow')}
      </MenuItem>
      <MenuItem onPick={() => acts.snooze(card, nextWeek(now))}>
        {t('action.snooze')}: {t('action.snooze.week')}
      </MenuItem>
      <MenuItem onPick={() => acts.snooze(card, untilTheyWrite(now), 'they-write')}>
        {t('action.snooze')}: {t('action.snooze.write')}
      </MenuItem>
      <hr className="my-1 border-line" />
    </DismissMenu>
  </li>
);
