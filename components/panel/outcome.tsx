import { t } from '#lib/i18n/index.ts';
import type { Decision } from '#lib/lifecycle/types.ts';
import { ago } from '../time.ts';
import { Button } from '../ui/button.tsx';
import type { Acts } from './acts.ts';

type Props = { ask: NonNullable<Decision['ask']>; now: number; acts: Acts };

/** How the last thing went: what the team learns from. No reply is no fault of anybody's. */
export const Outcome = ({ ask: { play, doneAt }, now, acts }: Props) => (
  <section aria-label={t('ask.label')} data-part="outcome" className="mx-4 rounded-xl bg-sunk px-3 py-2">
    <p>
      <span className="font-medium">{t('ask.label')}</span>{' '}
      <span className="text-soft text-xs">
        {t('ask.what', { title: play.text.title, ago: ago(doneAt, now) })}
      </span>
    </p>
    <div className="mt-1.5 flex flex-wrap gap-1.5">
      <Button size="sm" onClick={() => acts.tell('Action Helped')}>
        {t('ask.helped')}
      </Button>
      <Button size="sm" onClick={() => acts.tell('Action Unanswered')}>
        {t('ask.none')}
      </Button>
      <Button size="sm" onClick={() => acts.tell('Action Unhelpful')}>
        {t('ask.badly')}
      </Button>
    </div>
  </section>
);
