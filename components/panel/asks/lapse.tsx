import { useState } from 'react';
import { LapseCause } from '#lib/contract/events.ts';
import { t } from '#lib/i18n/index.ts';
import { Ask } from '../../ui/ask.tsx';
import { Select, Words } from '../../ui/choice.tsx';
import type { AskProps } from './asks.tsx';

/** Nobody leaves without a reason asked for; that they did not say is one. With `cancel`, the leaving is noted, too. */
export const Lapse = ({ cancel, acts, onClose }: AskProps & { cancel: boolean }) => {
  const [cause, setCause] = useState<LapseCause | null>(null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const { name } = acts;
  const submit = () => {
    setMissing(cause === null);
    if (cause === null) return false;
    const kept = text.trim();
    const why = { type: 'Lapse Explained', data: { cause, ...(kept && { text: kept }) } } as const;
    if (cancel)
      acts.record(t('lapse.cancel.toast', { name }), { type: 'Subscription Cancelled', data: {} }, why);
    else acts.record(t('lapse.cause.toast', { name }), why);
    return true;
  };
  return (
    <Ask
      open
      onClose={onClose}
      title={t(cancel ? 'lapse.cancel.title' : 'lapse.cause.title', { name })}
      submit={t('lapse.submit')}
      onSubmit={submit}
    >
      <Select
        label={t('lapse.cause')}
        value={cause ?? ''}
        error={missing ? t('lapse.cause.missing') : undefined}
        onChange={(event) => setCause(LapseCause.safeParse(event.target.value).data ?? null)}
      >
        <option value="" />
        {LapseCause.options.map((one) => (
          <option key={one} value={one}>
            {t(`lapse.cause.${one}`)}
          </option>
        ))}
      </Select>
      <Words label={t('lapse.kept')} value={text} onChange={(event) => setText(event.target.value)} />
    </Ask>
  );
};
