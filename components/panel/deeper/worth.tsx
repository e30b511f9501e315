import { Info } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { Worth as Amounts, ValueReading } from '#lib/lifecycle/types.ts';
import { readValue } from '#lib/lifecycle/value/read-value.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import { money, number } from '../../time.ts';
import { Popover } from '../../ui/popover.tsx';
import type { DeeperProps } from './deeper.tsx';

/** What they are likely to do and be worth. Never the headline, and never one currency added to another. */
export const Worth = ({ view: { record, playbook }, now }: DeeperProps) => {
  const value = useMemo(() => readValue(makeView(record, playbook, now)), [record, playbook, now]);
  if (value.history === null) return <p className="text-soft">{t('worth.none')}</p>;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex items-start gap-2">
        <p className="flex-1 font-medium">{expectation(value)}</p>
        <Inputs value={value} />
      </div>
      {value.worth.map((one) => (
        <Currency key={one.currency} worth={one} />
      ))}
      <p>
        <span className="text-soft">{t('worth.rfm')}:</span> {compared(value)}
        {value.rfm && <span className="text-2xs text-soft"> · {t('worth.rfm.of')}</span>}
      </p>
      <p className="text-2xs text-soft">{t(`worth.quality.${value.quality}`)}</p>
    </div>
  );
};

/** Of somebody with one order nobody knows more than that (the model would call them surely alive). */
const expectation = ({ history, orders90 }: ValueReading): string => {
  if (history?.x === 0 || orders90 === null) return t('worth.one');
  return orders90 < 0.95
    ? t('worth.orders.less', { n: number(orders90, 1) })
    : t('worth.orders', { n: Math.round(orders90) });
};

const compared = ({ rfm }: ValueReading): string => {
  if (!rfm) return t('worth.rfm.none');
  const { recency: r, frequency: f, monetary: m } = rfm;
  return m === null ? t('worth.rfm.value', { r, f }) : t('worth.rfm.full', { r, f, m });
};

const Currency = ({ worth: { currency, year, ever, expected } }: { worth: Amounts }) => (
  <dl
    data-currency={currency}
    className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-line border-t pt-2 tabular-nums"
  >
    <dt className="text-soft">{t('worth.year')}</dt>
    <dd className="text-end font-medium">{money(year, currency)}</dd>
    <dt className="text-soft">{t('worth.ever')}</dt>
    <dd className="text-end">{money(ever, currency)}</dd>
    <dt className="text-soft">{t('worth.next')}</dt>
    <dd className="text-end">
      {expected === null ? (
        <span className="text-soft">{t('worth.thin')}</span>
      ) : (
        <>
          {money(expected.value, currency)}
          <span className="block text-2xs text-soft" title={t('worth.range.note')}>
            {t('worth.range', { low: money(expected.low, currency), high: money(expected.high, currency) })}
          </span>
        </>
      )}
    </dd>
  </dl>
);

/** The numbers that went in, so that anybody can count again. */
const Inputs = ({ value: { history, worth } }: { value: ValueReading }) =>
  history && (
    <Popover
      title={t('worth.inputs')}
      label={t('worth.inputs')}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sunk hover:text-ink"
      trigger={<Info size={14} aria-hidden />}
    >
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-xs tabular-nums">
        <dt className="text-soft">{t('worth.inputs.x')}</dt>
        <dd className="text-end">{number(history.x)}</dd>
        <dt className="text-soft">{t('worth.inputs.tx')}</dt>
        <dd className="text-end">{t('worth.weeks', { n: number(history.tx, 1) })}</dd>
        <dt className="text-soft">{t('worth.inputs.T')}</dt>
        <dd className="text-end">{t('worth.weeks', { n: number(history.T, 1) })}</dd>
        {worth.map(({ currency, ever }) => (
          <Spend key={currency} currency={currency} ever={ever} />
        ))}
      </dl>
    </Popover>
  );

const Spend = ({ currency, ever }: Pick<Amounts, 'currency' | 'ever'>) => (
  <>
    <dt className="text-soft">{t('worth.inputs.spend', { currency })}</dt>
    <dd className="text-end">{money(ever, currency)}</dd>
  </>
);
