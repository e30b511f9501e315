import { useState } from 'react';
import { Stage } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import { useStageNames } from '../../stage-names.ts';
import { isoDay, morningIn, morningOf } from '../../time.ts';
import { Ask } from '../../ui/ask.tsx';
import { Select } from '../../ui/choice.tsx';
import { DayField, LineField } from '../fields.tsx';
import type { AskProps } from './asks.tsx';

/** How long a move by hand holds, unless another day is chosen. */
const HOLDS_DAYS = 30;

/** Another stage, by hand: with a reason, and never for good. */
export const Move = ({ stage, now, acts, onClose }: AskProps & { stage: Stage }) => {
  const names = useStageNames();
  const [to, setTo] = useState<Stage>(stage);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState(() => isoDay(morningIn(HOLDS_DAYS, now)));
  const [tried, setTried] = useState(false);
  const { name } = acts;
  const nameOf = (one: Stage) => names?.[one].text ?? t(`stage.${one}`);
  const until = morningOf(value);
  const why = reason.trim();
  const past = until === null || until < morningIn(1, now);
  const submit = () => {
    setTried(true);
    if (!why || until === null || past) return false;
    acts.record(t('move.toast', { name, stage: nameOf(to) }), {
      type: 'Stage Overridden',
      data: { to, reason: why, until },
    });
    return true;
  };
  return (
    <Ask
      open
      onClose={onClose}
      title={t('move.title', { name })}
      text={t('move.text')}
      submit={t('move.submit')}
      onSubmit={submit}
    >
      <Select
        label={t('move.to')}
        value={to}
        onChange={(event) => setTo(Stage.safeParse(event.target.value).data ?? stage)}
      >
        {Stage.options.map((one) => (
          <option key={one} value={one} lang={names?.[one].lang ?? undefined} dir={names?.[one].dir}>
            {nameOf(one)}
          </option>
        ))}
      </Select>
      <LineField
        label={t('move.reason')}
        value={reason}
        error={tried && !why ? t('move.reason.missing') : undefined}
        onValue={setReason}
      />
      <DayField
        label={t('move.until')}
        value={value}
        from={morningIn(1, now)}
        error={tried && past ? t('pause.past') : undefined}
        onValue={setValue}
      />
    </Ask>
  );
};
