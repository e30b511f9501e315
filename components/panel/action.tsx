import {
  ChevronDown,
  HeartHandshake,
  type LucideIcon,
  MessageCircleQuestion,
  Reply,
  ShoppingBag,
  Star,
} from 'lucide-react';
import { useId, useState } from 'react';
import type { PlayKind } from '#lib/contract/playbook.ts';
import { t } from '#lib/i18n/index.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { weekday } from '../time.ts';
import { cx } from '../ui/cx.ts';
import type { Acts } from './acts.ts';
import { Answer } from './answer.tsx';
import { Draft } from './draft.tsx';
import { Factors } from './factors.tsx';

const icons: Record<PlayKind, LucideIcon> = {
  care: HeartHandshake,
  answer: Reply,
  educate: MessageCircleQuestion,
  feedback: Star,
  commercial: ShoppingBag,
};

type Props = { card: Card; name: string; now: number; acts: Acts };

/** The one thing that would serve them, why, how, and three ways to answer it. */
export const Action = ({ card, name, now, acts }: Props) => {
  const [why, setWhy] = useState(false);
  const [draft, setDraft] = useState(false);
  const id = useId();
  const { play, because, expiresAt } = card;
  const Icon = icons[play.kind];
  return (
    <section
      aria-labelledby={`${id}-title`}
      data-part="action"
      data-play={play.id}
      className="mx-4 rounded-xl border border-leaf/50 bg-card p-3.5 shadow-lift"
    >
      <p className="flex items-center gap-1.5 font-semibold text-leaf text-xs">
        <Icon size={14} aria-hidden />
        {t('action.label')}
        <span className="font-normal text-soft">· {t(`action.kind.${play.kind}`)}</span>
      </p>
      <h2 id={`${id}-title`} className="mt-1.5 font-semibold text-lg leading-snug tracking-tight">
        {play.text.title}
      </h2>
      <p className="mt-0.5">
        {say(because)}
        {expiresAt !== undefined && (
          <span className="text-soft"> · {t('action.expires', { date: weekday(expiresAt, now) })}</span>
        )}
      </p>
      <p className="mt-2 border-leaf/40 border-s-2 ps-2.5 text-soft">{play.text.how}</p>
      <Answer card={card} now={now} acts={acts} />
      <div className="mt-2 -ms-1 flex gap-2">
        <Opener open={why} controls={`${id}-why`} onClick={() => setWhy(!why)}>
          {t('action.why')}
        </Opener>
        {play.text.draft && (
          <Opener open={draft} controls={`${id}-draft`} onClick={() => setDraft(!draft)}>
            {t('action.draft.show')}
          </Opener>
        )}
      </div>
      <div id={`${id}-draft`}>
        {draft && play.text.draft && <Draft draft={play.text.draft} name={name} />}
      </div>
      <div id={`${id}-why`}>{why && <Factors card={card} />}</div>
    </section>
  );
};

type OpenerProps = { open: boolean; controls: string; onClick: () => void; children: string };
const Opener = ({ open, controls, onClick, children }: OpenerProps) => (
  <button
    type="button"
    aria-expanded={open}
    aria-controls={controls}
    onClick={onClick}
    className="inline-flex min-h-6 items-center gap-0.5 rounded px-1 font-medium text-soft text-xs hover:text-ink"
  >
    {children}
    <ChevronDown size={13} aria-hidden className={cx('transition-transform', open && 'rotate-180')} />
  </button>
);
