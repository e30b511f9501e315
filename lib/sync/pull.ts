import { applyPage, readProgress, resetCache } from '#lib/cache/cache.ts';
import type { CacheDb, Progress } from '#lib/cache/cache-db.ts';
import type { HelloAnswer } from '#lib/contract/sync.ts';
import type { SyncError, Transport } from './transport.ts';

type Deps = { cache: CacheDb; transport: Transport; now: () => number };
export type Pulled = { ok: true; changed: number } | { ok: false; error: SyncError };

/** A restore between the greeting and this page: what both histories say must not be mixed ([S24]). */
const otherHistory = (epoch: string, expected: string): Pulled | null =>
  epoch === expected
    ? null
    : {
        ok: false,
        error: {
          code: 'epoch-changed',
          status: 200,
          message: 'The server began a new history.',
          retryAfter: null,
        },
      };

/** Loads the whole scope, page by page; cut short, it goes on where it was ([S30], [S31]). */
const snapshot = async ({ cache, transport, now }: Deps, hello: HelloAnswer): Promise<Pulled> => {
  let changed = 0;
  for (;;) {
    const from = await readProgress(cache);
    if (from?.cursor) return { ok: true, changed };
    const answer = await transport.snapshot(from?.after ?? null, from?.token ?? null);
    if (!answer.ok) return answer;
    const { rows, after, token, playbook, epoch } = answer.value;
    const restored = otherHistory(epoch, hello.epoch);
    if (restored) return restored;
    const to: Progress = {
      key: 'progress',
      epoch,
      cursor: after === undefined ? token : null,
      after: after ?? null,
      token,
      expected: hello.customers,
      lastSyncAt: after === undefined ? now() : null,
    };
    await applyPage(cache, from, { rows, playbook }, to);
    changed += rows.length;
  }
};

/** Brings the cache up to the server's head: a snapshot first if there is none, then pages after the cursor. */
export const pullAll = async (deps: Deps, hello: HelloAnswer, limit: number): Promise<Pulled> => {
  const before = await readProgress(deps.cache);
  if (before && before.epoch !== hello.epoch) await resetCache(deps.cache);
  const loaded = await snapshot(deps, hello);
  if (!loaded.ok) return loaded;
  let { changed } = loaded;
  for (;;) {
    const from = await readProgress(deps.cache);
    if (!from?.cursor) return { ok: true, changed };
    const answer = await deps.transport.pull(from.cursor, limit);
    if (!answer.ok) return answer;
    const { rows, gone, playbook, cursors, more, epoch } = answer.value;
    const restored = otherHistory(epoch, from.epoch);
    if (restored) return restored;
    await applyPage(
      deps.cache,
      from,
      { rows, gone, playbook },
      { ...from, cursor: cursors.all, lastSyncAt: deps.now() },
    );
    changed += rows.length + gone.length;
    if (!more) return { ok: true, changed };
  }
};
