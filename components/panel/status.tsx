import {
  CircleCheck,
  CirclePause,
  CircleSlash,
  CloudLightning,
  Leaf,
  type LucideIcon,
  Sprout,
  Sun,
  Undo2,
  Wind,
} from 'lucide-react';
import type { Status } from '#lib/contract/stage.ts';
import { t } from '#lib/i18n/index.ts';
import type { StatusReading } from '#lib/lifecycle/types.ts';
import { say } from '../say.ts';
import { cx } from '../ui/cx.ts';

const looks: Record<Status, [LucideIcon, string]> = {
  paused: [CirclePause, 'text-soft'],
  lost: [CircleSlash, 'text-soft'],
  strained: [CloudLightning, 'text-alarm'],
  returned: [Undo2, 'text-green'],
  cooling: [Wind, 'text-yellow'],
  new: [Sprout, 'text-green'],
  warm: [Sun, 'text-green'],
  steady: [Leaf, 'text-green'],
};

/** How it is going, with the fact that says so. */
export const StatusLine = ({ status: { status, because } }: { status: StatusReading }) => {
  const [Icon, tone] = looks[status] ?? [CircleCheck, 'text-soft'];
  return (
    <p className="flex items-start gap-2">
      <Icon size={16} aria-hidden className={cx('mt-0.5 shrink-0', tone)} />
      <span>
        <strong className={cx('font-semibold', tone)}>{t(`status.${status}`)}</strong>
        <span className="text-soft"> · {say(because)}</span>
      </span>
    </p>
  );
};
