import { type FormEvent, useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { isoDay, morningIn } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';

type Props = { open: boolean; now: number; onClose: () => void; onSet: (until: number) => void };

/** Asks for a day; the card comes back at nine that morning. */
export const SnoozeDate = ({ open, now, onClose, onSet }: Props) => {
  const [value, setValue] = useState(() => isoDay(morningIn(14, now)));
  const [error, setError] = useState<string>();
  const set = (event: FormEvent) => {
    event.preventDefault();
    const until = new Date(`${value}T09:00`).getTime();
    // Also catches an empty field, which is not a number.
    if (!(until >= morningIn(1, now))) return setError(t('action.snooze.past'));
    onSet(until);
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('action.snooze')}>
      <form onSubmit={set} noValidate className="flex flex-col gap-3 p-0.5">
        <Field
          type="date"
          label={t('action.snooze.on')}
          value={value}
          min={isoDay(morningIn(1, now))}
          error={error}
          onChange={(event) => {
            setError(undefined);
            setValue(event.target.value);
          }}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button type="submit" look="primary">
            {t('action.snooze.set')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
