import { t } from '#lib/i18n/index.ts';
import type { Health } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { number } from '../time.ts';
import { cx } from '../ui/cx.ts';

const tones = { red: 'text-red', yellow: 'text-yellow', green: 'text-green' } as const;
const fills = { red: 'stroke-red', yellow: 'stroke-yellow', green: 'stroke-green' } as const;

/** Health with its two reasons. Too little known is said in words, never as a colour. */
export const HealthLine = ({ health: { score, band, coverage, reasons } }: { health: Health }) => (
  <div className="flex items-start gap-2" data-part="health">
    <Ring score={score} band={band} />
    <div className="min-w-0">
      <p>
        {score === null || band === null ? (
          <strong className="font-semibold text-soft">{t('health.unknown')}</strong>
        ) : (
          <>
            <strong className={cx('font-semibold', tones[band])}>
              {t('health.title')} {t('health.of', { score: number(score) })}
            </strong>
            <span className="text-soft"> · {t(`health.${band}`)}</span>
          </>
        )}
        <span className="text-2xs text-soft">
          {' '}
          · {t('health.known', { percent: number(coverage * 100) })}
        </span>
      </p>
      {score !== null && reasons.length > 0 && (
        <p className="text-soft">
          {reasons
            .slice(0, 2)
            .map((reason) => say(reason))
            .join(' · ')}
        </p>
      )}
    </div>
  </div>
);

const R = 6.25;
const AROUND = 2 * Math.PI * R;
const Ring = ({ score, band }: Pick<Health, 'score' | 'band'>) => (
  <svg viewBox="0 0 16 16" aria-hidden="true" className="mt-0.5 size-4 shrink-0 -rotate-90 rtl:-scale-y-100">
    <circle cx="8" cy="8" r={R} fill="none" strokeWidth="2.5" className="stroke-line" />
    {score !== null && band && (
      <circle
        cx="8"
        cy="8"
        r={R}
        fill="none"
        strokeWidth="2.5"
        strokeDasharray={`${(AROUND * score) / 100} ${AROUND}`}
        className={fills[band]}
      />
    )}
  </svg>
);
