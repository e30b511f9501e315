import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseFromBytes, fuseToBytes } from '#lib/filter/fuse.ts';
import { buildShard, firstOf, shardMayHave, shardOf, shardsFor } from '#lib/filter/shards.ts';

const hashOf = (text: string): string =>
  createHmac('sha256', 'a key').update(text).digest('hex').slice(0, 16);
const people = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => hashOf(`person-${from + i}@shop.example`));

describe('the filter of known addresses', () => {
  it('[S81] knows every address that it was made of, whatever their number', () => {
    for (const n of [0, 1, 2, 3, 7, 64, 1_000, 60_000]) {
      const known = people(0, n);
      const fuse = buildShard(known);
      expect(
        known.filter((hash) => !shardMayHave(fuse, hash)),
        `of ${n}`,
      ).toEqual([]);
    }
  });

  it('[S81] knows any set of hashes', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 300 }), (hashes) => {
        const fuse = buildShard(hashes);
        return hashes.every((one) => shardMayHave(fuse, one));
      }),
      { numRuns: 300 },
    );
  });

  it('takes about one stranger in 65,536 for a customer', () => {
    const fuse = buildShard(people(0, 60_000));
    const strangers = people(1_000_000, 1_100_000);
    const mistaken = strangers.filter((hash) => shardMayHave(fuse, hash)).length;
    // 1.5 are to be expected of 100,000.
    expect(mistaken).toBeLessThan(8);
  });

  it('costs less than 20 bits an address', () => {
    const bytes = fuseToBytes(buildShard(people(0, 60_000))).length;
    expect((bytes * 8) / 60_000).toBeLessThan(20);
  });

  it('is the same after it was sent', () => {
    const known = people(0, 500);
    const sent = fuseFromBytes(fuseToBytes(buildShard(known)));
    expect(sent && known.every((hash) => shardMayHave(sent, hash))).toBe(true);
  });

  it('refuses bytes that are no filter', () => {
    const bytes = fuseToBytes(buildShard(people(0, 500)));
    expect(fuseFromBytes(bytes.slice(0, -2))).toBeNull();
    expect(fuseFromBytes(bytes.slice(0, 11))).toBeNull();
    expect(fuseFromBytes(new Uint8Array(64))).toBeNull();
    const crooked = bytes.slice();
    crooked[4] = 3;
    expect(fuseFromBytes(crooked)).toBeNull();
  });

  it('is cut into shards of about 60,000, and every hash has one', () => {
    expect([0, 60_000, 60_001, 1_000_000].map(shardsFor)).toEqual([1, 1, 2, 17]);
    const shards = people(0, 1_000).map((hash) => shardOf(hash, 17));
    expect(new Set(shards)).toEqual(new Set(Array.from({ length: 17 }, (_, i) => i)));
    for (const hash of ['0000000000000000', 'ffffffffffffffff', ...people(0, 1_000)]) {
      const shard = shardOf(hash, 17);
      expect([firstOf(shard, 17) <= hash, hash < firstOf(shard + 1, 17)], hash).toEqual([true, true]);
    }
  });
});
