import { type FormEvent, useState } from 'react';
import { eventData } from '#lib/contract/events.ts';
import { t } from '#lib/i18n/index.ts';
import { dayOfYear } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import type { Acts } from '../acts.ts';

const Kind = eventData['Special Day Noted'].shape.day;

type Props = { days: readonly { day: string; month: number; date: number }[]; acts: Acts };

/** Birthdays and name days that they told us, and one more: kept only with their consent. */
export const SpecialDays = ({ days, acts }: Props) => (
  <>
    {days.length === 0 ? (
      <p className="text-soft">{t('person.days.none')}</p>
    ) : (
      <ul>
        {days.map(({ day, month, date }) => (
          <li key={`${day} ${month} ${date}`}>
            {t(`person.day.${Kind.safeParse(day).data ?? 'other'}`)}:{' '}
            <span className="text-soft">{dayOfYear(month, date)}</span>
          </li>
        ))}
      </ul>
    )}
    <Keep acts={acts} />
  </>
);

const Keep = ({ acts }: { acts: Acts }) => {
  const [day, setDay] = useState<(typeof Kind.options)[number]>('birthday');
  const [when, setWhen] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [, month = 0, date = 0] = when.split('-').map(Number);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!agreed || !month || !date) return;
    acts.record(t('person.day.toast', { name: acts.name, day: t(`person.day.${day}`) }), {
      type: 'Special Day Noted',
      data: { day, month, date, consent: true },
    });
    setWhen('');
    setAgreed(false);
  };
  return (
    <form onSubmit={keep} className="mt-2 flex flex-col gap-2">
      <div className="flex gap-2">
        <Select
          label={t('person.day.kind')}
          className="min-w-0 flex-1"
          value={day}
          onChange={(event) => setDay(Kind.safeParse(event.target.value).data ?? 'other')}
        >
          {Kind.options.map((one) => (
            <option key={one} value={one}>
              {t(`person.day.${one}`)}
            </option>
          ))}
        </Select>
        <Field
          type="date"
          label={t('person.day.when')}
          className="min-w-0 flex-1"
          value={when}
          onChange={(event) => setWhen(event.target.value)}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex flex-1 items-center gap-1.5 text-soft text-xs">
          <input
            type="checkbox"
            checked={agreed}
            onChange={(event) => setAgreed(event.target.checked)}
            className="accent-leaf"
          />
          {t('person.day.consent')}
        </label>
        <Button
          type="submit"
          size="sm"
          disabled={!agreed || !when}
          title={agreed ? undefined : t('person.day.needs')}
        >
          {t('person.day.add')}
        </Button>
      </div>
    </form>
  );
};
