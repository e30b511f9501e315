import type { ReactNode } from 'react';
import { cx } from './cx.ts';

type Props = { label: string; id: string; className?: string; aside?: ReactNode; children: ReactNode };

/** A named region with a small heading. */
export const Section = ({ label, id, className, aside, children }: Props) => (
  <section aria-labelledby={`${id}-label`} data-part={id} className={cx('px-4', className)}>
    <div className="mb-1.5 flex min-h-6 items-center justify-between gap-2">
      <h2 id={`${id}-label`} className="font-semibold text-soft text-xs">
        {label}
      </h2>
      {aside}
    </div>
    {children}
  </section>
);
