import { useId, useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { Ask } from '../../ui/ask.tsx';
import { Words } from '../../ui/choice.tsx';
import { LineField } from '../fields.tsx';
import type { AskProps } from './asks.tsx';

/** To whom, and what they should know. Names that this device knows are offered; any other can be written. */
export const Hand = ({ members, acts, onClose }: AskProps & { members: string[] }) => {
  const [to, setTo] = useState('');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const list = useId();
  const { name } = acts;
  const submit = () => {
    const who = to.trim();
    setMissing(!who);
    if (!who) return false;
    acts.record(t('hand.toast', { name, to: who }), {
      type: 'Handed Over',
      data: { to: who, ...(text.trim() && { text: text.trim() }) },
    });
    return true;
  };
  return (
    <Ask open onClose={onClose} title={t('hand.title', { name })} submit={t('hand.submit')} onSubmit={submit}>
      <LineField
        label={t('hand.to')}
        value={to}
        list={list}
        error={missing ? t('hand.to.missing') : undefined}
        onValue={setTo}
      />
      <datalist id={list}>
        {members.map((member) => (
          <option key={member} value={member} />
        ))}
      </datalist>
      <Words label={t('hand.note')} value={text} onChange={(event) => setText(event.target.value)} />
      {to.trim() && (
        <p className="text-soft text-xs" dir="auto">
          {t('hand.say', { to: to.trim() })}
        </p>
      )}
    </Ask>
  );
};
