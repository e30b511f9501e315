import type { SyncError } from './transport.ts';

/** What the client does about an error: the table of SPEC.md, rules [S20]-[S27]. */
export type Verdict =
  | { do: 'retry'; after: number }
  | { do: 'sign-in' }
  | { do: 'upgrade' }
  | { do: 'new-client' }
  | { do: 'new-history' }
  | { do: 'halve' };

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
      return { do: 'new-client' };
    case 'epoch-changed':
    case 'cursor-ahead':
      return { do: 'new-history' };
    case 'too-large':
      return { do: 'halve' };
    default:
      return { do: 'retry', after: error.retryAfter ?? backoff(attempt, cap, random) };
  }
};
