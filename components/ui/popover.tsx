import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export const popup =
  'max-w-[min(20rem,calc(100vw-1rem))] rounded-xl border border-line bg-card text-ink shadow-pop outline-none';

type Props = { trigger: ReactNode; className: string; label?: string; title: string; children: ReactNode };

/** Words on demand beside what they explain. */
export const Popover = ({ trigger, className, label, title, children }: Props) => (
  <Base.Root>
    <Base.Trigger className={className} aria-label={label}>
      {trigger}
    </Base.Trigger>
    <Base.Portal>
      <Base.Positioner sideOffset={6} collisionPadding={8} align="start" className="z-40">
        <Base.Popup className={cx(popup, 'w-76 p-3.5')}>
          <Base.Title className="mb-2 font-semibold text-sm">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
