import { applyPage, beginLoad, loadAnew, type Step } from '#lib/cache/apply.ts';
import { readProgress } from '#lib/cache/cache.ts';
import type { CacheDb, Load, Progress } from '#lib/cache/cache-db.ts';
import { clientId } from '#lib/cache/client.ts';
import type { OutboxDeps } from '#lib/cache/outbox.ts';
import type { PageHead, RecordPage } from '#lib/contract/page.ts';
import { HELD } from '#lib/contract/scope.ts';
import { type HelloAnswer, LIMITS } from '#lib/contract/sync.ts';
import { type Answer, failure } from './answer.ts';
import { withRoom } from './full.ts';
import type { SyncError, Transport } from './transport.ts';
import { keepUp } from './upkeep.ts';

export type PullDeps = {
  cache: CacheDb;
  outbox: OutboxDeps;
  transport: Pick<Transport, 'snapshot' | 'pull' | 'customer' | 'digest'>;
  now: () => number;
  /** Where the cache is lost with the page, no more customers than this are loaded ([S90]). */
  most?: number | undefined;
};
export type Pulled = { ok: true; changed: number } | { ok: false; error: SyncError };

/** A restore between the greeting and this page: what both histories say must not be mixed ([S24]). */
const otherHistory = () => failure('epoch-changed', 200, 'The server began a new history.');

const scopeAt = ({ scopes }: Progress, { scope }: Load): string => ['due', ...scopes][scope] ?? 'due';

/** How far the loading is after a page: in the same scope, at the next, or at its end ([S30]). */
const after = (
  { scopes }: Progress,
  load: Load,
  { head, lines }: { head: PageHead; lines: unknown[] },
  { now, most }: PullDeps,
): Step => {
  const cursor = load.cursor ?? head.cursor;
  // Those who need something soon come again in their scope.
  const loaded = load.loaded + (load.scope === 0 ? 0 : lines.length);
  const next: Load =
    head.more && head.after !== undefined
      ? { ...load, after: head.after, cursor, loaded }
      : { scope: load.scope + 1, after: null, cursor, loaded };
  const isAll = next.scope > scopes.length;
  const isDone = isAll || (most !== undefined && loaded >= most);
  return isDone
    ? { cursor, load: null, customers: loaded, counted: false, part: !isAll, lastSyncAt: now() }
    : { load: next };
};

/** Loads all scopes, page by page; cut short, it goes on where it was ([S30], [S31]). */
const loadScopes = async (deps: PullDeps, hello: HelloAnswer): Promise<Pulled> => {
  const { cache, transport, now } = deps;
  const ask = (at: Progress | null): Promise<Answer<RecordPage>> | null =>
    at?.load ? transport.snapshot(scopeAt(at, at.load), at.load.after, LIMITS.pullRows) : null;
  let changed = 0;
  let from = await readProgress(cache);
  let asked = ask(from);
  while (from?.load && asked) {
    const answer = await asked;
    if (!answer.ok) return answer;
    const page = answer.value;
    if (page.head.epoch !== hello.epoch) return otherHistory();
    const at = from;
    const step = after(at, from.load, page, deps);
    const usedAt = scopeAt(at, from.load).startsWith('pin:') ? now() : undefined;
    // The next page is on its way while this one is stored.
    from = { ...at, ...step };
    asked = ask(from);
    if (await withRoom(cache, () => applyPage(cache, at, page, step, usedAt))) changed += page.lines.length;
    else {
      from = await readProgress(cache);
      asked = ask(from);
    }
  }
  return { ok: true, changed };
};

/** Pages after the cursor until there is no more ([S32]). */
const follow = async (deps: PullDeps, limit: number): Promise<Pulled> => {
  const { cache, transport, outbox, now } = deps;
  let changed = 0;
  for (;;) {
    const from = await readProgress(cache);
    if (!from?.cursor) return { ok: true, changed };
    const { epoch, cursor, scopes } = from;
    const answer = await transport.pull({ clientId: await clientId(outbox), epoch, cursor, scopes, limit });
    if (!answer.ok) return answer;
    const { head, lines } = answer.value;
    if (head.epoch !== epoch) return otherHistory();
    const step = { cursor: head.cursor, lastSyncAt: now() };
    await withRoom(cache, () => applyPage(cache, from, answer.value, step));
    changed += lines.length + (head.gone?.length ?? 0);
    if (!head.more) return { ok: true, changed };
  }
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** What is here can no longer be followed ([S29]). */
const isOver = ({ code }: SyncError): boolean => code === 'cursor-too-old' || code === 'scopes-changed';

/** Beyond this a device that holds only some has gathered too many who once were among the newest changed. */
const isOvergrown = ({ customers }: Progress, hello: HelloAnswer): boolean =>
  !hello.whole && customers > hello.customers + HELD.recent + HELD.pins;

/**
 * Brings the cache up to the server's head: all of its scopes first if they are not here, then pages after the cursor; then what
 * keeps it in order.
 */
export const pullAll = async (deps: PullDeps, hello: HelloAnswer, limit: number): Promise<Pulled> => {
  const { cache } = deps;
  const { epoch, scopes, customers: expected } = hello;
  const begin = (from: Progress | null) => beginLoad(cache, from, { epoch, scopes, expected });
  const before = await readProgress(cache);
  const isCurrent = before?.epoch === epoch && (before.cursor !== null || isSame(before.scopes, scopes));
  if (!isCurrent || isOvergrown(before, hello)) await begin(before);
  const loaded = await loadScopes(deps, hello);
  const pulled = loaded.ok ? await follow(deps, limit) : loaded;
  if (!pulled.ok || !loaded.ok) {
    // Told all the same: the next greeting says what to follow now.
    if (!pulled.ok && isOver(pulled.error)) await loadAnew(cache);
    return pulled;
  }
  await keepUp(deps, hello);
  return { ok: true, changed: loaded.changed + pulled.changed };
};
