import type { AddressHash } from '#lib/contract/filter.ts';
import { buildFuse, type Fuse, type Keys, mayHave } from './fuse.ts';

/** Keys of one shard, about: small enough to be fetched again soon, large enough that the filter wastes little. */
const SHARD_KEYS = 60_000;

/** Into how many shards a filter of `n` addresses is cut; at most 4,096. */
export const shardsFor = (n: number): number => Math.min(4_096, Math.max(1, Math.ceil(n / SHARD_KEYS)));

const halves = (hash: AddressHash): [high: number, low: number] => [
  Number.parseInt(hash.slice(0, 8), 16),
  Number.parseInt(hash.slice(8), 16),
];

/** Where to look for a hash. Shards are ranges, so that one can be made without reading the others. */
export const shardOf = (hash: AddressHash, shards: number): number =>
  Math.floor((Number.parseInt(hash.slice(0, 8), 16) / 0x1_0000_0000) * shards);

/** The first hash of a shard; of the one after the last, a text that comes after every hash. */
export const firstOf = (shard: number, shards: number): string =>
  shard >= shards
    ? 'g'
    : Math.ceil((shard / shards) * 0x1_0000_0000)
        .toString(16)
        .padStart(8, '0');

const columns = (hashes: readonly AddressHash[]): Keys => {
  const keys = { high: new Uint32Array(hashes.length), low: new Uint32Array(hashes.length) };
  for (const [i, hash] of hashes.entries()) [keys.high[i], keys.low[i]] = halves(hash);
  return keys;
};

/** The filter of one shard. Hashes that come twice count once. */
export const buildShard = (hashes: readonly AddressHash[]): Fuse => {
  const fuse = buildFuse(columns([...new Set(hashes)]));
  // 100 seeds fail together with a chance below 1e-100; anything else is a fault of ours.
  if (!fuse) throw new Error('a shard of the filter could not be built');
  return fuse;
};

/** Whether a shard may hold this hash. False is certain. */
export const shardMayHave = (fuse: Fuse, hash: AddressHash): boolean => mayHave(fuse, ...halves(hash));
