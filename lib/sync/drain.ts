import { nextPush, parkUnsendable } from '#lib/cache/client.ts';
import { type OutboxDeps, settle } from '#lib/cache/outbox.ts';
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
  let pushed = 0;
  let size: number = LIMITS.pushMutations;
  for (;;) {
    const { clientId, rows } = await nextPush(deps.outbox, size, LIMITS.pushBytes - 1_024);
    const [first] = rows;
    if (!first) return { ok: true, pushed };
    const mutations = rows.map((row) => ({ ...(JSON.parse(row.body) as object), mid: row.mid }));
    const answer = await deps.transport.push(clientId, deps.epoch, deps.now(), mutations);
    if (!answer.ok) {
      if (answer.error.code !== 'too-large') return { ok: false, error: answer.error };
      if (rows.length === 1) await parkUnsendable(deps.outbox, first.id, answer.error.message);
      else size = Math.floor(rows.length / 2);
      continue;
    }
    const { results } = answer.value;
    // Without this a server that answers beside the point would be asked without a pause.
    if (!results.some((result) => result.id === first.id)) {
      const message = 'The server did not settle the first of what was sent.';
      return { ok: false, error: { code: 'unavailable', status: 200, message, retryAfter: null } };
    }
    await settle(deps.outbox, results);
    pushed += results.length;
    size = Math.min(LIMITS.pushMutations, size * 2);
  }
};
