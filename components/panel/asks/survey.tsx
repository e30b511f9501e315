import { useState } from 'react';
import { t } from '#lib/i18n/index.ts';
import { surveyFits } from '#lib/lifecycle/guards/g4-surveys.ts';
import { Ask } from '../../ui/ask.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { Acts } from '../acts.ts';

type Props = { talked: number | null; acts: Acts; onClose: () => void };

/** A survey in proportion to the talk that it is about [G4]: one that is too long is not noted, and a shorter one is offered. */
export const Survey = ({ talked, acts, onClose }: Props) => {
  const { allowed } = surveyFits(talked, 1);
  const [n, setN] = useState(allowed);
  const [tried, setTried] = useState(false);
  const { name } = acts;
  const { fits } = surveyFits(talked, n);
  const none = !Number.isInteger(n) || n < 1;
  const room =
    talked === null
      ? t('survey.after.unknown', { n: allowed })
      : t('survey.after', { minutes: Math.round(talked), n: allowed });
  const submit = () => {
    setTried(true);
    if (none || !fits) return false;
    acts.record(t('survey.toast', { name, n }), { type: 'Survey Sent', data: { questions: n } });
    return true;
  };
  const wrong = tried && none ? t('survey.none') : tried && !fits ? room : undefined;
  return (
    <Ask
      open
      onClose={onClose}
      title={t('survey.title', { name })}
      submit={t('survey.submit')}
      onSubmit={submit}
    >
      <Field
        type="number"
        min={1}
        max={allowed}
        label={t('survey.questions')}
        value={Number.isNaN(n) ? '' : n}
        hint={room}
        error={wrong}
        onChange={(event) => setN(event.target.valueAsNumber)}
      />
      {tried && !none && !fits && (
        <Button size="sm" className="self-start" onClick={() => setN(allowed)}>
          {t('survey.instead', { n: allowed })}
        </Button>
      )}
    </Ask>
  );
};
