import { putFound } from '#lib/cache/apply.ts';
import { hasAll, readProgress } from '#lib/cache/cache.ts';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { clientId } from '#lib/cache/client.ts';
import {
  beginFilter,
  dropFilter,
  missingShard,
  putAdditions,
  putShard,
  readAdditions,
  readFilter,
  readShard,
} from '#lib/cache/filter.ts';
import type { OutboxDeps } from '#lib/cache/outbox.ts';
import type { AddressHash, FilterHead } from '#lib/contract/filter.ts';
import { fuseFromBytes } from '#lib/filter/fuse.ts';
import { shardMayHave, shardOf } from '#lib/filter/shards.ts';
import { failure, type SyncError } from './answer.ts';
import type { Transport } from './transport.ts';

/** HMAC-SHA-256 of `text` with `key` (base64url). */
export type Hmac = (key: string, text: string) => Promise<Uint8Array>;

type Deps = { cache: CacheDb; transport: Pick<Transport, 'filterShard' | 'filterAdditions'> };
type Kept = { ok: true } | { ok: false; error: SyncError };

/** How the server hashes an address too (lib/contract/filter.ts). */
const hashAddress = async (hmac: Hmac, key: string, address: string): Promise<AddressHash> =>
  Array.from((await hmac(key, address)).slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Brings the device's filter to what the greeting names, shard by shard, and then up to date ([S81], [S83]). Cut short, it goes on where
 * it was. A filter that is not complete is not asked.
 */
export const keepFilter = async (
  { cache, transport }: Deps,
  { whole, filter }: { whole: boolean; filter?: FilterHead | undefined },
): Promise<Kept> => {
  const head = filter ?? null;
  const before = await readFilter(cache);
  if (whole) {
    if (before) await dropFilter(cache);
    return { ok: true };
  }
  if (!before || before.head?.version !== head?.version) await beginFilter(cache, head);
  if (!head) return { ok: true };
  const { version } = head;
  for (;;) {
    const shard = await missingShard(cache, head);
    if (shard === null) break;
    const answer = await transport.filterShard(version, shard);
    if (!answer.ok) return answer;
    if (!fuseFromBytes(answer.value)) return failure('garbled', 200, `Shard ${shard} is no filter.`);
    if (!(await putShard(cache, version, shard, answer.value))) return { ok: true };
  }
  for (let cursor = (await readFilter(cache))?.cursor ?? head.head; ; ) {
    const answer = await transport.filterAdditions(version, cursor);
    if (!answer.ok) return answer;
    const { hashes, more } = answer.value;
    cursor = answer.value.cursor;
    if (!(await putAdditions(cache, version, hashes, cursor))) return { ok: true };
    if (!more) return { ok: true };
  }
};

/** Under which version of the filter to ask, and the hashes of those who may be customers. */
type Suspects = { version: string; hashes: AddressHash[] };

/** Asks the filter, in the browser. `whole`: nobody has to be asked for · `unsure`: there is no complete filter to ask. */
const suspectsAmong = async (
  cache: CacheDb,
  hmac: Hmac,
  addresses: readonly string[],
): Promise<Suspects | 'whole' | 'unsure'> => {
  const state = await readFilter(cache);
  if (!state) return 'whole';
  if (!state.complete || !state.head) return 'unsure';
  const { version, key, shards } = state.head;
  const added = await readAdditions(cache);
  const hashes: AddressHash[] = [];
  for (const address of addresses) {
    const hash = await hashAddress(hmac, key, address);
    const bytes = added.has(hash) ? null : await readShard(cache, shardOf(hash, shards));
    const fuse = bytes && fuseFromBytes(bytes);
    if (added.has(hash) || (fuse && shardMayHave(fuse, hash))) hashes.push(hash);
  }
  return { version, hashes };
};

/** More than this no conversation names in earnest. */
const MOST_ASKED = 50;

/**
 * What came of looking further. `none`: they are no customers, and nothing was sent · `asked`: the server knows none of them either ·
 * `found`: some are, and are in the cache now · `unsure`: the filter is not here yet · `unreachable`: they may be, but the server gave
 * no answer.
 */
export type Inquired = 'none' | 'asked' | 'found' | 'unsure' | 'unreachable';

/** Looks for people whom the cache does not hold ([S80]-[S82]). Never rejects. */
export const inquire = async (
  deps: {
    cache: CacheDb;
    outbox: OutboxDeps;
    transport: Pick<Transport, 'find'>;
    hmac: Hmac;
    now: () => number;
  },
  addresses: readonly string[],
): Promise<Inquired> => {
  try {
    const suspects = await suspectsAmong(deps.cache, deps.hmac, addresses.slice(0, MOST_ASKED));
    if (suspects === 'unsure') return 'unsure';
    if (suspects === 'whole') return hasAll(await readProgress(deps.cache)) ? 'none' : 'unsure';
    if (suspects.hashes.length === 0) return 'none';
    const { version, hashes } = suspects;
    const answer = await deps.transport.find(await clientId(deps.outbox), version, hashes);
    if (!answer.ok) return 'unreachable';
    const { lines } = answer.value;
    if (lines.length === 0) return 'asked';
    return (await putFound(deps.cache, answer.value, deps.now())) ? 'found' : 'unsure';
  } catch {
    // The cache failed, which the sync tells.
    return 'unsure';
  }
};
