import {
  ChevronDown,
  HeartHandshake,
  type LucideIcon,
  MessageCircleQuestion,
  Reply,
  ShoppingBag,
  Star,
} from 'lucide-react';
import { use, useId, useState } from 'react';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import type { PlayKind, Policy } from '#lib/contract/playbook.ts';
import { t } from '#lib/i18n/index.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { draftFor } from '../first-name.ts';
import { say } from '../say.ts';
import { number, weekday } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { DraftsContext } from '../writing.ts';
import type { Acts } from './acts.ts';
import { Answer } from './answer.tsx';
import { Draft } from './draft.tsx';
import { Factors } from './factors.tsx';
import { ForWhom } from './for-whom.tsx';

const icons: Record<PlayKind, LucideIcon> = {
  care: HeartHandshake,
  answer: Reply,
  educate: MessageCircleQuestion,
  feedback: Star,
  commercial: ShoppingBag,
};

/** As long as a reply under a post may be. */
const POST = 280;

type Props = {
  card: Card;
  name: string;
  timeline: TimelineEntry[];
  policy: Pick<Policy, 'perks' | 'perkCap'>;
  /** The channel of most exchanges, where there is a habit. How the play wants to reach them comes before it. */
  usual: string | null;
  now: number;
  acts: Acts;
};

/** The one thing that would serve them, why, how, and the ways to answer it. */
export const Action = ({ card, name, timeline, policy, usual, now, acts }: Props) => {
  const [why, setWhy] = useState(false);
  const { play, because, expiresAt, snoozed } = card;
  const start = play.text.draft ? draftFor(play.text.draft, name) : null;
  const drafts = use(DraftsContext);
  const [draft, setDraft] = useState(drafts.has(card.key));
  const [text, setText] = useState(drafts.get(card.key) ?? start ?? '');
  const openDraft = () => {
    drafts.set(card.key, text);
    setDraft(true);
  };
  const closeDraft = () => {
    drafts.delete(card.key);
    setDraft(false);
  };
  const write = (words: string) => {
    drafts.set(card.key, words);
    setText(words);
  };
  const id = useId();
  const Icon = icons[play.kind];
  return (
    <section
      aria-labelledby={`${id}-title`}
      data-part="action"
      data-play={play.id}
      className="mx-4 rounded-xl border border-leaf/50 bg-card p-3.5 shadow-lift"
    >
      <p className="flex flex-wrap items-center gap-x-1.5 font-semibold text-leaf text-xs">
        <Icon size={14} aria-hidden />
        {t('action.label')}
        <span className="font-normal text-soft">
          · {t(`action.kind.${play.kind}`)}
          {play.channel && ` · ${t('action.channel', { channel: play.channel })}`}
        </span>
        <ForWhom play={play} />
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
      <div className="mt-2 flex flex-col gap-1 border-leaf/40 border-s-2 ps-2.5 text-soft" data-part="coach">
        {play.text.why && (
          <p>
            <span className="font-medium text-ink">{t('action.coach.why')}</span> {play.text.why}
          </p>
        )}
        {play.text.how && (
          <p>
            <span className="font-medium text-ink">{t('action.how')}</span> {play.text.how}
          </p>
        )}
        {usual && !play.channel && <p>{t('action.usual', { channel: usual })}</p>}
      </div>
      {play.perks && <Perks {...policy} />}
      {snoozed !== undefined && (
        <p className="mt-2.5 flex items-center gap-2 rounded-lg bg-sunk py-1 ps-2.5 pe-1 text-xs">
          <span className="flex-1">{t('action.never', { n: snoozed })}</span>
          <Button size="sm" onClick={() => acts.dismiss(card, 'never')}>
            {t('action.never.button')}
          </Button>
        </p>
      )}
      <Answer card={card} timeline={timeline} now={now} acts={acts} />
      <div className="mt-2 -ms-1 flex flex-wrap items-center gap-x-2">
        {start !== null && (
          <Opener open={draft} controls={`${id}-draft`} onClick={draft ? closeDraft : openDraft}>
            {t('action.draft.show')}
          </Opener>
        )}
        <Opener open={why} controls={`${id}-why`} onClick={() => setWhy(!why)}>
          {t('action.why')}
        </Opener>
        <span className="ms-auto text-2xs text-soft">{originOf(card)}</span>
      </div>
      <div id={`${id}-draft`}>
        {draft && start !== null && (
          <Draft
            start={start}
            text={text}
            onChange={write}
            {...(play.channel === 'social' && { most: POST })}
          />
        )}
      </div>
      <div id={`${id}-why`}>{why && <Factors card={card} />}</div>
    </section>
  );
};

/** Who put it there: the team's rules, or what colleagues said of it; and what the lead made of that. */
const originOf = ({ origin, factors }: Card): string => {
  const lever = factors.find(({ id }) => id === 'L')?.value ?? 1;
  return [
    origin.by === 'learned' ? t('action.origin.learned', { n: origin.n }) : t('action.origin.rule'),
    lever === 1 ? null : t('action.origin.lever', { times: number(lever, 2) }),
  ]
    .filter(Boolean)
    .join(' · ');
};

/** What the team may add on its own, and what one of them may cost. */
const Perks = ({ perks, perkCap }: Props['policy']) =>
  perks.length === 0 ? null : (
    <div data-part="perks" className="mt-2.5">
      <p className="text-soft text-xs">
        {perkCap ? t('action.perks.cap', { cap: perkCap }) : t('action.perks')}
      </p>
      <ul className="mt-1 flex flex-wrap gap-1">
        {perks.map((perk) => (
          <li key={perk} className="rounded-full bg-leaf-wash px-2 py-0.5 text-leaf text-xs" dir="auto">
            {perk}
          </li>
        ))}
      </ul>
    </div>
  );

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
