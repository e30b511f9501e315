import { ChevronDown, Eye, Handshake, Megaphone } from 'lucide-react';
import { useState } from 'react';
import type { Policy } from '#lib/contract/playbook.ts';
import { type Stage, stages } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import type { Because, Loyalty, Reading, Sign, StageReading } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { useStageNames } from '../stage-names.ts';
import { day, number, span } from '../time.ts';
import { cx } from '../ui/cx.ts';
import type { Acts } from './acts.ts';
import { HealthLine } from './health.tsx';
import { Moved } from './moved.tsx';
import { StageText } from './stage-text.tsx';
import { StatusLine } from './status.tsx';

type Props = { reading: Reading; words: Policy['words']; now: number; acts: Acts };

/** Stage, status and health: where they are, how it is going, and why we think so; and whether we kept our own word. */
export const Standing = ({ reading, words, now, acts }: Props) => (
  <section
    aria-label={t('stand.label')}
    data-part="standing"
    className="mx-4 overflow-hidden rounded-xl border border-line bg-card shadow-card"
  >
    <StageBlock stage={reading.stage} words={words} now={now} acts={acts} />
    <div className="flex flex-col gap-2 px-3.5 py-2.5">
      <StatusLine status={reading.status} />
      <HealthLine health={reading.health} />
      <OurWord loyalty={reading.loyalty} />
      <Signs signs={reading.signs} />
      <Ready because={reading.ready} />
    </div>
  </section>
);

type StageProps = Omit<Props, 'reading'> & { stage: StageReading };
const StageBlock = ({ stage: reading, words, now, acts }: StageProps) => {
  const { stage, sub, since, override } = reading;
  const [open, setOpen] = useState(false);
  // A move by hand has a line of its own, with more in it.
  const because = reading.because.filter(({ code }) => code !== 'stage-by-hand');
  const rest = because.slice(1);
  const commitment = words[stage]?.commitment;
  return (
    <div className="bg-(--stage-wash) px-3.5 pt-3 pb-2.5">
      <Track stage={stage} />
      <div className="mt-2 flex items-start gap-2">
        <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <strong className="font-semibold text-(--stage) text-base">
            <StageText stage={stage} />
            {sub === 'onboarding' && <span className="font-normal">, {t('stage.sub.onboarding')}</span>}
          </strong>
          <span className="text-soft text-xs">
            {t('stage.since', { date: day(since, now) })} · {span(since, now)}
          </span>
        </p>
        {rest.length > 0 && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t(open ? 'stage.less' : 'stage.more', { n: rest.length })}
            title={t(open ? 'stage.less' : 'stage.more', { n: rest.length })}
            onClick={() => setOpen(!open)}
            className="-me-1 inline-flex min-h-6 shrink-0 items-center gap-0.5 rounded-md px-1 text-(--stage) text-xs hover:bg-card/60"
          >
            {!open && `+${number(rest.length)}`}
            <ChevronDown size={13} aria-hidden className={cx('transition-transform', open && 'rotate-180')} />
          </button>
        )}
      </div>
      {(open ? because : because.slice(0, 1)).map((reason) => (
        <p key={reason.code} className="mt-0.5">
          {say(reason)}
        </p>
      ))}
      {commitment && (
        <p className="mt-0.5 text-soft text-xs" dir="auto">
          {t('stage.promise', { text: commitment })}
        </p>
      )}
      {override && <Moved override={override} now={now} acts={acts} />}
    </div>
  );
};

/** Six steps of the relationship, with the place on them; lapsed is off the path. */
const Track = ({ stage }: { stage: Stage }) => {
  const names = useStageNames();
  const path: readonly Stage[] = stages.filter((one) => one !== 'lapsed');
  const at = path.indexOf(stage);
  return (
    <div
      role="img"
      aria-label={at < 0 ? (names?.lapsed.text ?? t('stage.lapsed')) : t('stage.track', { n: at + 1 })}
      className="flex gap-1"
    >
      {path.map((one, i) => (
        <span
          key={one}
          className={cx(
            'h-1 flex-1 rounded-full bg-(--stage)',
            at < 0 ? 'opacity-25' : i < at ? 'opacity-45' : i > at && 'opacity-15',
          )}
        />
      ))}
    </div>
  );
};

/** How loyal we have been to them: loyalty is owed both ways, and ours can be counted. */
const OurWord = ({ loyalty: { parts } }: { loyalty: Loyalty }) => {
  const told = parts.filter(({ of }) => of > 0);
  if (told.length === 0) return null;
  const broken = told.some(({ kept, of }) => kept < of);
  return (
    <p className="flex items-start gap-2" data-part="our-word">
      <Handshake
        size={16}
        aria-hidden
        className={cx('mt-0.5 shrink-0', broken ? 'text-yellow' : 'text-green')}
      />
      <span>
        <span className="font-medium">{t('loyalty.label')}:</span>{' '}
        <span className="text-soft">
          {told.map(({ id, kept, of }) => t(`loyalty.${id}`, { kept, of })).join(' · ')}
        </span>
      </span>
    </p>
  );
};

/** What may be the beginning of leaving. One is a reason to watch, no more. */
const Signs = ({ signs }: { signs: Sign[] }) =>
  signs.length === 0 ? null : (
    <p className="flex items-start gap-2" data-part="signs">
      <Eye size={16} aria-hidden className="mt-0.5 shrink-0 text-yellow" />
      <span>
        <span className="font-medium text-yellow">
          {signs.length === 1 ? t('signs.one') : t('signs.more', { n: signs.length })}
        </span>
        <span className="text-soft"> · {signs.map(({ because }) => say(because)).join(' · ')}</span>
      </span>
    </p>
  );

/** A good sign: somebody who may like to be asked for a word. It asks for nothing, and moves nothing. */
const Ready = ({ because }: { because: Because | null }) =>
  because && (
    <p className="flex items-start gap-2" data-part="ready">
      <Megaphone size={16} aria-hidden className="mt-0.5 shrink-0 text-soft" />
      <span className="text-soft">{say(because)}</span>
    </p>
  );
