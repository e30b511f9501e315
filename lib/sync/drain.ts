import { nextPush, noteFailure, parkUnsendable } from '#lib/cache/client.ts';
import { type OutboxDeps, settle } from '#lib/cache/outbox.ts';
import type { Failed } from '#lib/cache/outbox-db.ts';
import { LIMITS } from '#lib/contract/sync.ts';
import type { SyncError, Transport } from './transport.ts';

export type Drained = { ok: true; pushed: number } | { ok: false; error: SyncError };

/** What the server has failed at so often goes alone, and is parked when that has gone on for so long ([S16]). */
const STUCK = { times: 8, ms: 86_400_000 } as const;

/** The server itself failed; it was not busy, nor out of reach. */
const isFault = ({ status }: SyncError): boolean => status >= 500 && status !== 503;

const isHopeless = ({ times, since }: Failed, now: number): boolean =>
  times > STUCK.times && now - since >= STUCK.ms;

type Deps = { outbox: OutboxDeps; transport: Pick<Transport, 'push'>; epoch: string; now: () => number };

/**
 * Pushes the outbox in order until it is empty or the server says no. A batch that is too large is halved; what
 * was sent and got no answer is sent again as it was, and the server knows it by its id ([S11], [S12]).
 */
export const drainOutbox = async (deps: Deps): Promise<Drained> => {
  let pushed = 0;
  let size: number = LIMITS.pushMutations;
  for (;;) {
    const { clientId, rows: next } = await nextPush(deps.outbox, size, LIMITS.pushBytes - 1_024);
    const [first] = next;
    if (!first) return { ok: true, pushed };
    const isPoison = first.state === 'queued' && (first.failed?.times ?? 0) >= STUCK.times;
    const rows = isPoison ? [first] : next;
    const mutations = rows.map((row) => ({ ...(JSON.parse(row.body) as object), mid: row.mid }));
    const answer = await deps.transport.push(clientId, deps.epoch, deps.now(), mutations);
    if (!answer.ok) {
      const { error } = answer;
      if (error.code === 'too-large') {
        if (rows.length === 1) await parkUnsendable(deps.outbox, first.id, 'invalid', error.message);
        else size = Math.floor(rows.length / 2);
        continue;
      }
      // What came before the one at fault was settled and answered, so the fault is that of the first.
      const failed = isFault(error) ? await noteFailure(deps.outbox, first.id) : null;
      if (!failed || !isPoison || !isHopeless(failed, deps.now())) return { ok: false, error };
      await parkUnsendable(deps.outbox, first.id, 'stuck', error.message);
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
