import type { Guard } from './guard.ts';

/** [G12] On the beach: silence, but for replies and the note about coming back. */
export const g12: Guard = {
  id: 'G12',
  block: ({ play, on }, { subscription: { pausedAt, pausedUntil } }) => {
    if (pausedAt === null || play.reply || on === 'pause-ending') return null;
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
