import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { type Stage, stages } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import type { Reading, StageReading } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { day, number, span } from '../time.ts';
import { cx } from '../ui/cx.ts';
import { HealthLine } from './health.tsx';
import { StatusLine } from './status.tsx';

/** Stage, status and health: where they are, how it is going, and why we think so. */
export const Standing = ({ reading, now }: { reading: Reading; now: number }) => (
  <section
    aria-label={t('stand.label')}
    data-part="standing"
    className="mx-4 overflow-hidden rounded-xl border border-line bg-card shadow-card"
  >
    <StageBlock stage={reading.stage} now={now} />
    <div className="flex flex-col gap-2 px-3.5 py-2.5">
      <StatusLine status={reading.status} />
      <HealthLine health={reading.health} />
    </div>
  </section>
);

const StageBlock = ({ stage: { stage, sub, since, because }, now }: { stage: StageReading; now: number }) => {
  const [open, setOpen] = useState(false);
  const rest = because.slice(1);
  return (
    <div className="bg-(--stage-wash) px-3.5 pt-3 pb-2.5">
      <Track stage={stage} />
      <div className="mt-2 flex items-start gap-2">
        <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <strong className="font-semibold text-(--stage) text-base">
            {t(`stage.${stage}`)}
            {sub && <span className="font-normal">, {t(`stage.sub.${sub}`)}</span>}
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
    </div>
  );
};

/** Six steps of the relationship, with the place on them; lapsed is off the path. */
const Track = ({ stage }: { stage: Stage }) => {
  const path: readonly Stage[] = stages.filter((one) => one !== 'lapsed');
  const at = path.indexOf(stage);
  return (
    <div
      role="img"
      aria-label={at < 0 ? t('stage.lapsed') : t('stage.track', { n: at + 1 })}
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
