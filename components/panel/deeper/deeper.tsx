import { lazy, Suspense, useId } from 'react';
import { t } from '#lib/i18n/index.ts';
import type { View } from '../../model.ts';
import { cx } from '../../ui/cx.ts';
import type { Acts } from '../acts.ts';

/** In the order in which they stand. */
export const sections = ['worth', 'deal', 'person', 'stages', 'promises', 'tags'] as const;
export type SectionId = (typeof sections)[number];

// Read when the first of them is opened: a panel that is only looked at does not wait for it.
const Body = lazy(() => import('./body.tsx').then(({ Body: component }) => ({ default: component })));

export type DeeperProps = { view: Extract<View, { kind: 'customer' }>; now: number; acts: Acts };
type Props = DeeperProps & { open: SectionId | null; onOpen: (section: SectionId | null) => void };

/** What is worth knowing and not worth the room: one word each, and what it says one click deeper. */
export const Deeper = ({ open, onOpen, ...rest }: Props) => {
  const id = useId();
  // A deal is there only for an account that has not bought yet.
  const there = sections.filter((one) => one !== 'deal' || rest.view.decision.reading.meddic !== null);
  const shown = open !== null && there.includes(open) ? open : null;
  return (
    <section aria-label={t('deeper.label')} data-part="deeper" className="px-4">
      <div className="flex flex-wrap gap-1">
        {there.map((one) => (
          <button
            key={one}
            type="button"
            aria-expanded={shown === one}
            aria-controls={id}
            onClick={() => onOpen(shown === one ? null : one)}
            className={cx(
              'min-h-7 flex-auto rounded-lg border px-2 font-medium text-xs transition-colors',
              shown === one
                ? 'border-leaf/50 bg-card text-ink shadow-card'
                : 'border-transparent bg-sunk text-soft hover:text-ink',
            )}
          >
            {t(`deeper.${one}`)}
          </button>
        ))}
      </div>
      <div id={id}>
        {shown && (
          <div
            data-part={shown}
            className="mt-1.5 rounded-xl border border-line bg-card p-3.5 shadow-card [overflow-wrap:anywhere]"
          >
            <Suspense fallback={<p className="text-soft">{t('deeper.loading')}</p>}>
              <Body section={shown} {...rest} />
            </Suspense>
          </div>
        )}
      </div>
    </section>
  );
};
