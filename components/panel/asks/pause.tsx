import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { day, isoDay, morningIn, morningOf } from '../../time.ts';
import { Ask } from '../../ui/ask.tsx';
import { DayField } from '../fields.tsx';
import type { AskProps } from './asks.tsx';

/** A break with an end, instead of an end. */
export const Pause = ({ now, acts, onClose }: AskProps) => {
  const [value, setValue] = useState(() => isoDay(morningIn(30, now)));
  const [past, setPast] = useState(false);
  const { name } = acts;
  const submit = () => {
    const until = morningOf(value);
    const good = until !== null && until >= morningIn(1, now);
    setPast(!good);
    if (!good) return false;
    acts.record(t('pause.toast', { name, date: day(until, now) }), {
      type: 'Subscription Paused',
      data: { until },
    });
    return true;
  };
  return (
    <Ask
      open
      onClose={onClose}
      title={t('pause.title', { name })}
      text={t('pause.text')}
      submit={t('pause.submit')}
      onSubmit={submit}
    >
      <DayField
        label={t('pause.until')}
        value={value}
        from={morningIn(1, now)}
        error={past ? t('pause.past') : undefined}
        onValue={setValue}
      />
    </Ask>
  );
};
