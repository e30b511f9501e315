import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

const looks = {
  primary: 'bg-leaf text-on-leaf hover:bg-leaf-strong font-semibold',
  plain: 'bg-card text-ink border border-line hover:bg-sunk font-medium',
  quiet: 'text-soft hover:bg-sunk hover:text-ink font-medium',
  alarm: 'text-alarm hover:bg-alarm-wash font-medium',
} as const;
const sizes = {
  md: 'min-h-9 px-3.5 text-sm gap-1.5 rounded-lg',
  sm: 'min-h-7 px-2.5 text-xs gap-1 rounded-md',
  icon: 'size-7 rounded-md',
} as const;
type Look = { look?: keyof typeof looks; size?: keyof typeof sizes };

/** For triggers that render their own button (Base UI): the same looks as a class name. */
export const buttonClass = ({ look = 'plain', size = 'md' }: Look = {}): string =>
  cx(
    'inline-flex items-center justify-center transition-colors disabled:opacity-50 select-none',
    looks[look],
    sizes[size],
  );

export const Button = ({ look, size, className, ...rest }: ComponentProps<'button'> & Look) => (
  <button
    type="button"
    {...rest}
    className={cx(buttonClass({ ...(look && { look }), ...(size && { size }) }), className)}
  />
);
