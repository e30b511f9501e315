import { CAP, judge } from './retry.ts';
import type { SyncError } from './transport.ts';

/**
 * Until when to leave the server alone, to be kept over the lives of the background worker. `asked`: the server said so itself,
 * and nothing cuts it short. `at`: when this was noted.
 */
export type Pause = { at: number; until: number; attempt: number; asked: boolean };

/** Over, or noted by a clock that has been set back since. */
export const isOver = (pause: Pause | null, now: number): boolean =>
  pause === null || now >= pause.until || now < pause.at;

/** The pause after an exchange with the panel closed ([S22]); null after one that went well. `random` is in [0, 1). */
export const pauseAfter = (
  before: Pause | null,
  result: { ok: true } | { ok: false; error: SyncError },
  now: number,
  random: number,
): Pause | null => {
  if (result.ok) return null;
  const attempt = before?.attempt ?? 0;
  const verdict = judge(result.error, attempt, CAP.closed, random);
  const common = { at: now, attempt: attempt + 1 };
  switch (verdict.do) {
    case 'retry':
      return { ...common, until: now + verdict.after, asked: result.error.retryAfter !== null };
    case 'again':
      return { ...common, until: now, asked: false };
    // Only a person can help; whoever does is noticed then.
    case 'sign-in':
    case 'revoked':
    case 'upgrade':
      return { ...common, until: now + CAP.closed, asked: false };
  }
};
