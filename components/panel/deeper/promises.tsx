import { type FormEvent, useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { Matter } from '#lib/lifecycle/matters.ts';
import { openPromises } from '../../matters.ts';
import { day, daysAgo, endOfDay, isoDay, morningIn } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import type { Acts } from '../acts.ts';
import { DayField, LineField } from '../fields.tsx';
import type { DeeperProps } from './deeper.tsx';

/** What we have promised and not kept yet, and a new promise: with a day, so that it can be kept on time. */
export const Promises = ({ view: { record }, now, acts }: DeeperProps) => {
  const open = openPromises(record.facts);
  // The facts keep only the beginning of the words; the timeline has all of them, while it reaches back.
  const whole = new Map(record.timeline.map(({ data }) => [data.ref, data.about ?? data.text]));
  return (
    <div className="flex flex-col gap-3">
      {open.length === 0 && <p className="text-soft">{t('promises.none')}</p>}
      {open.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {open.map((matter) => {
            const said = whole.get(matter.ref);
            const about = typeof said === 'string' ? said : (matter.about ?? t('promises.something'));
            return <Promised key={matter.ref} matter={matter} about={about} now={now} acts={acts} />;
          })}
        </ul>
      )}
      <Make now={now} acts={acts} />
    </div>
  );
};

type RowProps = { matter: Matter; about: string; now: number; acts: Acts };
const Promised = ({ matter: { ref, dueAt, state }, about, now, acts }: RowProps) => {
  const late = dueAt !== null && daysAgo(dueAt, now) > 0;
  const { name, record } = acts;
  return (
    <li className="py-1.5">
      <p dir="auto">{about}</p>
      <div className="flex items-center gap-1.5">
        <p className={cx('flex-1 text-xs', late || state === 'missed' ? 'text-alarm' : 'text-soft')}>
          {dueAt === null
            ? t('promises.undated')
            : t(late ? 'promises.late' : 'promises.due', { date: day(dueAt, now) })}
          {state === 'missed' && ` · ${t('promises.missed')}`}
        </p>
        <Button
          size="sm"
          onClick={() =>
            record(t('promises.kept.toast', { name, about }), { type: 'Promise Kept', data: { ref } })
          }
        >
          {t('promises.kept')}
        </Button>
        {state !== 'missed' && (
          <Button
            size="sm"
            look="quiet"
            onClick={() =>
              record(t('promises.missed.toast', { name, about }), { type: 'Promise Missed', data: { ref } })
            }
          >
            {t('promises.miss')}
          </Button>
        )}
      </div>
    </li>
  );
};

const Make = ({ now, acts }: { now: number; acts: Acts }) => {
  const [what, setWhat] = useState('');
  const [by, setBy] = useState(() => isoDay(morningIn(1, now)));
  const [tried, setTried] = useState(false);
  const about = what.trim();
  const dueAt = endOfDay(by);
  const past = dueAt === null || dueAt < now;
  const make = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!about || dueAt === null || past) return;
    acts.record(t('promises.made.toast', { name: acts.name, about }), (ref) => ({
      type: 'Promise Made',
      data: { ref, about, dueAt },
    }));
    setWhat('');
    setTried(false);
  };
  return (
    <form onSubmit={make} noValidate className="flex flex-col gap-2 border-line border-t pt-2.5">
      <LineField
        label={t('promises.make')}
        value={what}
        error={tried && !about ? t('promises.by.missing') : undefined}
        onValue={setWhat}
      />
      <div className="flex items-end gap-2">
        <DayField
          label={t('promises.by')}
          className="flex-1"
          value={by}
          from={now}
          error={tried && past ? t('promises.by.past') : undefined}
          onValue={setBy}
        />
        <Button type="submit">{t('promises.add')}</Button>
      </div>
    </form>
  );
};
