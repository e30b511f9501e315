import { HOUR } from '../../contract/primitives.ts';
import type { Guard } from './guard.ts';

/** Half past nine is 9.5 in the policy, and 09:30 on a clock. */
const onClock = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** [G6] We begin nothing outside their working hours, unless they wrote just now. Replies go out at any time. */
export const g6: Guard = {
  id: 'G6',
  block: ({ play }, { policy, heardAt, now }, { closedUntil }) => {
    if (closedUntil === null || play.reply || play.mends) return null;
    if (heardAt !== null && now - heardAt < HOUR) return null;
    const { from, to } = policy.g6Hours;
    return {
      guard: 'G6',
      until: closedUntil,
      because: { code: 'guard-g6', values: { from: onClock(from), to: onClock(to) } },
    };
  },
};
