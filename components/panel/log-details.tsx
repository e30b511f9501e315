import { Purpose } from '#lib/contract/touchpoint.ts';
import { t } from '#lib/i18n/index.ts';
import { endOfDay, isoDay } from '../time.ts';
import { Select } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { DayField } from './fields.tsx';

export type Details = { purpose: Purpose | null; minutes: number | null; promised: number | null };
/** Nothing said: each button fills in what it can. */
export const plain: Details = { purpose: null, minutes: null, promised: null };

type Props = { details: Details; now: number; onChange: (details: Details) => void };

/** What may be said of a touchpoint and need not be: what for, how long, and what was promised for when. */
export const LogDetails = ({ details, now, onChange }: Props) => {
  const set = (change: Partial<Details>) => onChange({ ...details, ...change });
  const { purpose, minutes, promised } = details;
  return (
    <div className="mt-2 grid grid-cols-[1fr_5rem] gap-2">
      <Select
        label={t('log.purpose')}
        value={purpose ?? ''}
        onChange={(event) => set({ purpose: Purpose.safeParse(event.target.value).data ?? null })}
      >
        <option value="">{t('log.purpose.auto')}</option>
        {Purpose.options.map((one) => (
          <option key={one} value={one}>
            {t(`purpose.${one}`)}
          </option>
        ))}
      </Select>
      <Field
        type="number"
        label={t('log.minutes')}
        min={0}
        max={1_440}
        value={minutes ?? ''}
        onChange={({ target: { valueAsNumber: n } }) =>
          set({ minutes: Number.isFinite(n) ? Math.min(1_440, Math.max(0, n)) : null })
        }
      />
      <DayField
        label={t('log.promise')}
        className="col-span-2"
        from={now}
        value={promised === null ? '' : isoDay(promised)}
        onValue={(day) => set({ promised: endOfDay(day) })}
      />
    </div>
  );
};
