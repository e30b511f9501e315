import type { SyncError } from './transport.ts';

/**
 * What the runner does about an error that an exchange could not settle itself: rules [S20]-[S29] of SPEC.md. `again`:
 * greet once more, soon; what was wrong with numbers, history or scopes has been mended, or the greeting mends it.
 */
export type Verdict =
  | { do: 'retry'; after: number }
  | { do: 'sign-in' }
  | { do: 'revoked' }
  | { do: 'upgrade' }
  | { do: 'again' };

/** The longest pause between two tries ([S22]): somebody looks at an open panel, nobody at a closed one. */
export const CAP = { open: 60_000, closed: 300_000 } as const;

/** Full jitter: a random moment below 1 s · 2^n, at most `cap`. `random` is in [0, 1). */
export const backoff = (attempt: number, cap: number, random: number): number =>
  Math.round(Math.min(cap, 1_000 * 2 ** Math.min(attempt, 20)) * random);

export const judge = (error: SyncError, attempt: number, cap: number, random: number): Verdict => {
  switch (error.code) {
    // The renewal of a token that is over is part of the request; here it was refused.
    case 'token-expired':
    case 'unauthorised':
    case 'forbidden':
      return { do: 'sign-in' };
    case 'device-revoked':
      return { do: 'revoked' };
    case 'upgrade-required':
      return { do: 'upgrade' };
    case 'client-forked':
    case 'mutation-gap':
    case 'epoch-changed':
    case 'cursor-ahead':
    case 'cursor-too-old':
    case 'scopes-changed':
      return { do: 'again' };
    default:
      return { do: 'retry', after: error.retryAfter ?? backoff(attempt, cap, random) };
  }
};
