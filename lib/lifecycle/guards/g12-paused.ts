import type { Guard } from './guard.ts';

/** [G12] On the beach: silence, but for replies. The note about coming back [T15] waits for the day itself. */
export const g12: Guard = {
  id: 'G12',
  block: ({ play }, { subscription: { pausedAt, pausedUntil } }) => {
    if (pausedAt === null || play.reply) return null;
    return {
      guard: 'G12',
      until: pausedUntil,
      because:
        pausedUntil === null
          ? { code: 'guard-g12-open', values: { pausedAt } }
          : { code: 'guard-g12', values: { untilAt: pausedUntil } },
    };
  },
};
