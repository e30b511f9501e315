import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { Card } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { Ask } from '../ui/ask.tsx';
import type { Acts } from './acts.ts';
import { LineField } from './fields.tsx';

type Props = { card: Card; acts: Acts; onClose: () => void };

/** Which fact is wrong; the one that fired the suggestion is the likeliest. */
export const WrongFact = ({ card, acts, onClose }: Props) => {
  const [fact, setFact] = useState(() => say(card.because));
  const [missing, setMissing] = useState(false);
  const submit = () => {
    const named = fact.trim();
    setMissing(!named);
    if (named) acts.dismiss(card, 'wrong-fact', { fact: named });
    return named !== '';
  };
  return (
    <Ask
      open
      onClose={onClose}
      title={t('action.fact.title')}
      text={t('action.fact.text')}
      submit={t('action.fact.submit')}
      onSubmit={submit}
    >
      <LineField
        label={t('action.fact.label')}
        value={fact}
        error={missing ? t('action.fact.missing') : undefined}
        onValue={setFact}
      />
    </Ask>
  );
};
