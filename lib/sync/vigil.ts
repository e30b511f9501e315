/** Whoever holds the lock gives a sign so often, and is taken for frozen after so long without one ([S43]). */
export const SIGN_MS = 5_000;
export const SILENT_MS = 15_000;

/**
 * Judges, for a page that waits for the lock, whether its holder is still at work. Times in milliseconds of one clock.
 * `look` is asked every `SIGN_MS`; true: take the lock.
 */
export const createVigil = (now: number) => {
  let heard = now;
  let looked = now;
  return {
    sign: (at: number): void => {
      heard = at;
    },
    look: (at: number): boolean => {
      // We slept ourselves, and heard nobody then: the silence begins now.
      if (at - looked > 2 * SIGN_MS) heard = at;
      looked = at;
      return at - heard >= SILENT_MS;
    },
  };
};
