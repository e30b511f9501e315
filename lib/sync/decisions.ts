import type { CacheDb } from '#lib/cache/cache-db.ts';
import { nextDecisions, settleDecisions } from '#lib/cache/decisions.ts';
import type { SyncError, Transport } from './transport.ts';

const AT_ONCE = 20;

/** The same again would get the same answer. */
const isFinal = ({ code }: SyncError): boolean =>
  code === 'invalid' || code === 'too-large' || code === 'forbidden';

/**
 * Sends the decisions that were shown, for evaluation. Best effort ([S60]): a failure is nobody's business but that of the next
 * exchange, and what the server will never take is dropped. Never rejects.
 */
export const sendDecisions = async (deps: {
  cache: CacheDb;
  transport: Pick<Transport, 'decisions'>;
  now: () => number;
}): Promise<void> => {
  try {
    for (;;) {
      const waiting = await nextDecisions(deps.cache, AT_ONCE);
      if (waiting.length === 0) return;
      const answer = await deps.transport.decisions(waiting.map(({ record }) => record));
      if (!answer.ok && !isFinal(answer.error)) return;
      const keys = waiting.map(({ key }) => key);
      await settleDecisions(deps.cache, keys, deps.now());
    }
  } catch {
    // The cache failed, which the next exchange will tell.
    return;
  }
};
