import type { SyncError } from './transport.ts';

/**
 * What the runner does about an error that an exchange could not settle itself: rules [S20]-[S27] of SPEC.md. `again`:
 * greet once more, soon; what was wrong with numbers or history has been mended, or the greeting mends it.
 */
export type Verdict =
  | { do: 'retry'; after: number }
  | { do: 'sign-in' }
  | { do: 'upgrade' }
  | { do: 'again' };

/** Full jitter: a random moment below 1 s · 2^n, at most `cap`. `random` is in [0, 1). */
export const backoff = (attempt: number, cap: number, random: number): number =>
  Math.round(Math.min(cap, 1_000 * 2 ** Math.min(attempt, 20)) * random);

export const judge = (error: SyncError, attempt: number, cap: number, random: number): Verdict => {
  switch (error.code) {
    case 'unauthorised':
    case 'forbidden':
      return { do: 'sign-in' };
    case 'upgrade-required':
      return { do: 'upgrade' };
    case 'client-forked':
    case 'mutation-gap':
    case 'epoch-changed':
    case 'cursor-ahead':
      return { do: 'again' };
    default:
      return { do: 'retry', after: error.retryAfter ?? backoff(attempt, cap, random) };
  }
};
