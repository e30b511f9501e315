import { EyeOff } from 'lucide-react';
import { t } from '#lib/i18n/index.ts';
import type { Hidden as HiddenCard } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { day } from '../time.ts';

/** The strongest suggestion that a guard holds back, until when, and why: one line, so that nothing is secret. */
export const Hidden = ({ hidden, now }: { hidden: HiddenCard[]; now: number }) => {
  const [first] = hidden;
  if (!first) return null;
  const { card, blocked } = first;
  return (
    <p data-part="hidden" className="flex items-start gap-1.5 px-4 text-soft text-xs">
      <EyeOff size={13} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        {blocked.until === null
          ? t('action.hidden')
          : t('action.hidden.until', { date: day(blocked.until, now) })}{' '}
        <span className="font-medium text-ink">{card.play.text.title}</span> ({say(blocked.because)})
      </span>
    </p>
  );
};
