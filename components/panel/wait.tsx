import { Coffee } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { Wait as WaitReading } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { weekday } from '../time.ts';

/** Waiting is a choice, and often the best one; it should feel like one. */
export const Wait = ({ wait, now }: { wait: WaitReading; now: number }) => {
  // Somebody just added is not left in peace on purpose: there is nothing to go by yet.
  const known = wait.because.code !== 'wait-nothing-known';
  return (
    <section
      aria-labelledby="wait-title"
      data-part="wait"
      className="mx-4 flex items-start gap-3 rounded-xl bg-leaf-wash p-3.5"
    >
      <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-full bg-card text-leaf">
        <Coffee size={18} aria-hidden />
      </span>
      <div>
        <h2 id="wait-title" className="font-semibold text-base text-leaf">
          {t(known ? 'wait.title' : 'wait.unknown')}
        </h2>
        <p className="mt-0.5">{say(wait.because)}</p>
        <p className="mt-1 text-soft text-xs">
          {known && `${t('wait.calm')} `}
          {t('wait.next', { date: weekday(wait.nextLookAt, now) })}
        </p>
      </div>
    </section>
  );
};
