import { nextBatch, type OutboxDeps, clientId as readClientId, settle } from '#lib/cache/outbox.ts';
import { LIMITS } from '#lib/contract/sync.ts';
import type { SyncError, Transport } from './transport.ts';

export type Drained = { ok: true; pushed: number } | { ok: false; error: SyncError };

/**
 * Pushes the outbox in order until it is empty or the server says no. A batch that is too large is halved; what
 * was sent and got no answer is sent again as it was, and the server knows it by its id ([S11], [S12]).
 */
export const drainOutbox = async (deps: {
  outbox: OutboxDeps;
  transport: Transport;
  epoch: string;
  now: () => number;
}): Promise<Drained> => {
  const clientId = await readClientId(deps.outbox);
  let pushed = 0;
  let size: number = LIMITS.pushMutations;
  for (;;) {
    const rows = await nextBatch(deps.outbox, size, LIMITS.pushBytes - 1_024);
    if (rows.length === 0) return { ok: true, pushed };
    const mutations = rows.map((row) => ({ ...(JSON.parse(row.body) as object), mid: row.mid }));
    const answer = await deps.transport.push(clientId, deps.epoch, deps.now(), mutations);
    if (!answer.ok) {
      if (answer.error.code !== 'too-large' || size === 1) return { ok: false, error: answer.error };
      size = Math.max(1, Math.floor(rows.length / 2));
      continue;
    }
    if (answer.value.results.length === 0) {
      const message = 'The server settled nothing of what was sent.';
      return { ok: false, error: { code: 'unavailable', status: 200, message, retryAfter: null } };
    }
    await settle(deps.outbox, answer.value.results);
    pushed += answer.value.results.length;
  }
};
