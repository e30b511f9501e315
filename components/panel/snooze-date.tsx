import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { isoDay, morningIn, morningOf } from '../time.ts';
import { Ask } from '../ui/ask.tsx';
import { DayField } from './fields.tsx';

type Props = { open: boolean; now: number; onClose: () => void; onSet: (until: number) => void };

/** Asks for a day; the card comes back at nine that morning. */
export const SnoozeDate = ({ open, now, onClose, onSet }: Props) => {
  const [value, setValue] = useState(() => isoDay(morningIn(14, now)));
  const [error, setError] = useState<string>();
  const set = () => {
    const until = morningOf(value);
    if (until === null || until < morningIn(1, now)) {
      setError(t('action.snooze.past'));
      return false;
    }
    onSet(until);
    return true;
  };
  return (
    <Ask
      open={open}
      onClose={onClose}
      title={t('action.snooze')}
      submit={t('action.snooze.set')}
      onSubmit={set}
    >
      <DayField
        label={t('action.snooze.on')}
        value={value}
        from={morningIn(1, now)}
        error={error}
        onValue={(day) => {
          setError(undefined);
          setValue(day);
        }}
      />
    </Ask>
  );
};
