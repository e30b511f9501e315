import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { putHistory, readHistory } from '#lib/cache/history.ts';
import { type Answer, failure } from '#lib/sync/answer.ts';
import { olderHistory } from '#lib/sync/older.ts';
import { EPOCH, openCache } from '#test/unit/cache/pages.ts';

const NOW = 1_790_000_000_000;
let cache: CacheDb;
beforeEach(() => {
  cache = openCache();
});
afterEach(() => cache.delete());

describe('older history', () => {
  const entry = { id: 'e1', type: 'Unsubscribed' as const, at: 5, data: {} };
  const last = { id: 'e2', at: 9 };
  const from = (page: Answer<{ epoch: string; serverTime: number; entries: (typeof entry)[] }>) => ({
    cache,
    now: () => NOW,
    transport: { olderEvents: async () => page },
  });

  it('is there without a network when it was seen before, and otherwise says that it is not', async () => {
    const down = from(failure('network', 0, 'gone'));
    expect(await olderHistory(down, 'a', last)).toBeNull();
    const up = from({ ok: true, value: { epoch: EPOCH, serverTime: NOW, entries: [entry] } });
    expect(await olderHistory(up, 'a', last)).toEqual([entry]);
    expect(await olderHistory(down, 'a', last)).toEqual([entry]);
    expect(await olderHistory(down, 'b', last)).toBeNull();
  });

  it('is kept for the 400 pages that were seen last', async () => {
    for (let i = 0; i < 402; i += 1)
      await putHistory(cache, { customer: `c${i}`, before: '1', entries: [entry] }, i);
    expect(await cache.history.count()).toBe(400);
    expect(await readHistory(cache, 'c1', '1')).toBeNull();
    expect(await readHistory(cache, 'c2', '1')).toEqual([entry]);
  });
});
