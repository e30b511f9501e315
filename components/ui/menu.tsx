import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { popup } from './popover.tsx';

type Props = { trigger: ReactNode; className: string; label?: string; heading?: string; children: ReactNode };

/** A button that opens a list of commands; arrow keys, Home, End and typing work. */
export const Menu = ({ trigger, className, label, heading, children }: Props) => (
  <Base.Root>
    <Base.Trigger className={className} aria-label={label}>
      {trigger}
    </Base.Trigger>
    <Base.Portal>
      <Base.Positioner sideOffset={6} collisionPadding={8} align="start" className="z-40 outline-none">
        <Base.Popup className={cx(popup, 'p-1')}>
          <Base.Group>
            {heading && (
              <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 font-medium text-2xs text-soft">
                {heading}
              </Base.GroupLabel>
            )}
            {children}
          </Base.Group>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);

export const MenuItem = ({
  onPick,
  hint,
  children,
}: {
  onPick: () => void;
  hint?: string;
  children: ReactNode;
}) => (
  <Base.Item
    onClick={onPick}
    className="cursor-pointer rounded-md px-2.5 py-1.5 text-sm outline-none data-highlighted:bg-sunk"
  >
    <span className="flex items-center gap-2 font-medium">{children}</span>
    {hint && <span className="block text-2xs text-soft">{hint}</span>}
  </Base.Item>
);
