import type { Dbs } from '#lib/cache/look-up.ts';
import { hmac } from '#lib/platform/hmac.ts';
import { readSettings } from '#lib/platform/settings.ts';
import { cycleDeps } from '#lib/platform/sync-deps.ts';
import { type Inquired, inquire } from '#lib/sync/filter.ts';

/** While the answer is missing the server is asked again, as long as these people are in view. */
const AGAIN_MS = 15_000;
const ANSWER_MS = 10_000;

/**
 * Looks further for people whom the cache does not hold, and says what came of it, again when it changes ([S80]-[S82]). Nothing is
 * told after `signal`.
 */
export const createInquiry = (
  dbs: Dbs,
  addresses: readonly string[],
  tell: (inquired: Inquired) => void,
  signal: AbortSignal,
): void => {
  const ask = async (): Promise<void> => {
    const { connection } = await readSettings();
    if (signal.aborted) return;
    const life = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
    // Who is not paired has nobody to ask, and nothing to ask with.
    const inquired = connection
      ? await inquire({ ...cycleDeps(dbs, connection, life), hmac }, addresses)
      : 'none';
    if (signal.aborted) return;
    tell(inquired);
    if (inquired !== 'unsure' && inquired !== 'unreachable') return;
    const timer = setTimeout(() => void ask(), AGAIN_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  void ask();
};
