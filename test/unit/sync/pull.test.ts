import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putFound } from '#lib/cache/apply.ts';
import { hasAll } from '#lib/cache/cache.ts';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { findByAddress, readRecord } from '#lib/cache/find.ts';
import { noteUnreadable, readHealth } from '#lib/cache/health.ts';
import { putHistory, readHistory } from '#lib/cache/history.ts';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import { digestOf } from '#lib/contract/digest.ts';
import type { RecordPage } from '#lib/contract/page.ts';
import { HELD } from '#lib/contract/scope.ts';
import type { HelloAnswer, PullRequest } from '#lib/contract/sync.ts';
import { type Answer, failure } from '#lib/sync/answer.ts';
import { type PullDeps, pullAll } from '#lib/sync/pull.ts';
import { createLife } from '#test/server/client/life.ts';
import { makeOutbox } from '#test/unit/cache/deps.ts';
import { EPOCH, holding, openCache, pageOf, person, progressOf } from '#test/unit/cache/pages.ts';

const SIZE = 3;
const NOW = 1_790_000_000_000;

/** A server of a few lines: who is in which scope, and what it was asked. */
const createSource = () => {
  const source = {
    epoch: EPOCH,
    head: 5,
    scopes: ['all'],
    whole: true,
    people: new Map<string, CustomerRecord[]>([['due', []]]),
    changes: [] as { at: number; record?: CustomerRecord; gone?: string }[],
    asked: [] as string[],
    /** What to answer instead, once. */
    instead: new Map<string, Answer<never>>(),
    hello: (): HelloAnswer => ({
      ...{ epoch: source.epoch, serverTime: NOW, workspace: { id: 'w', name: 'Shop' }, lmid: 0 },
      member: { id: 'm', name: 'Mia', role: 'rep' },
      ...{ scopes: source.scopes, whole: source.whole, tokenUntil: NOW, wire: { version: 3, floor: 3 } },
      customers: 4,
    }),
    everybody: () => source.scopes.flatMap((scope) => source.people.get(scope) ?? []),
  };
  const answer = <T>(path: string, value: () => T): Answer<T> => {
    source.asked.push(path);
    const other = source.instead.get(path);
    source.instead.delete(path);
    return other ?? { ok: true, value: value() };
  };
  const transport: PullDeps['transport'] = {
    snapshot: async (scope, after) =>
      answer(`${scope} ${after ?? ''}`.trim(), (): RecordPage => {
        const all = source.people.get(scope) ?? [];
        const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
        const some = all.slice(from, from + SIZE);
        const isMore = from + SIZE < all.length;
        const mark = isMore ? { more: true, after: some.at(-1)?.id ?? '' } : {};
        return pageOf(some, source.head, { epoch: source.epoch, ...mark });
      }),
    pull: async ({ cursor }: PullRequest) =>
      answer('pull', () => {
        const since = source.changes.filter(({ at }) => at > Number(cursor) && at <= source.head);
        const gone = since.flatMap((change) => change.gone ?? []);
        const records = since.flatMap(({ record }) => record ?? []);
        return pageOf(records, source.head, { epoch: source.epoch, gone });
      }),
    customer: async (id) =>
      answer(`customer ${id}`, () => {
        const customer = source.everybody().find((record) => record.id === id);
        if (!customer) throw new Error('nobody');
        return { epoch: source.epoch, serverTime: NOW, customer };
      }),
    digest: async () =>
      answer('digest', () => ({
        ...{ epoch: source.epoch, serverTime: NOW, cursor: String(source.head) },
        ...digestOf(source.everybody().map(({ id, seq = '' }) => ({ id, seq }))),
      })),
  };
  return { source, transport };
};

let cache: CacheDb;
let now: number;
beforeEach(() => {
  cache = openCache();
  now = NOW;
});
afterEach(() => cache.delete());

const setUp = (more: Partial<PullDeps> = {}) => {
  const { source, transport } = createSource();
  const deps: PullDeps = { cache, outbox: makeOutbox().deps, transport, now: () => now, ...more };
  return { source, pull: () => pullAll(deps, source.hello(), 500) };
};
const find = async (...ids: string[]): Promise<string[]> => {
  const { records } = await findByAddress(
    cache,
    ids.map((id) => `${id}@shop.example`),
  );
  return records.map(({ profile }) => profile.name);
};

describe('[S30] without a cursor', () => {
  it('those who need something soon come first, then each scope by pages, then what changed meanwhile', async () => {
    const { source, pull } = setUp();
    source.scopes = ['owner:m', 'team:'];
    source.people.set('due', [person('b', 2)]);
    source.people.set(
      'owner:m',
      ['a', 'b', 'c', 'd'].map((id) => person(id, 2)),
    );
    source.people.set('team:', [person('e', 3)]);
    source.changes = [{ at: 6, record: person('a', 6) }];
    expect(await pull()).toEqual({ ok: true, changed: 6 });
    expect(source.asked).toEqual(['due', 'owner:m', 'owner:m c', 'team:', 'pull', 'digest']);
    expect(await progressOf(cache)).toMatchObject({ cursor: '5', load: null, customers: 5, counted: true });
    expect(await find('a', 'b', 'e')).toEqual(['a 2', 'b 2', 'e 3']);
    source.head = 6;
    expect(await pull()).toEqual({ ok: true, changed: 1 });
    expect(await find('a')).toEqual(['a 6']);
  });

  it('[S31] what was cut short goes on where it was', async () => {
    const { source, pull } = setUp();
    source.people.set(
      'all',
      ['a', 'b', 'c', 'd'].map((id) => person(id, 2)),
    );
    source.instead.set('all c', failure('network', 0, 'gone'));
    expect(await pull()).toMatchObject({ ok: false });
    expect(await find('a', 'd')).toEqual(['a 2']);
    expect(hasAll(await progressOf(cache))).toBe(false);
    source.asked.length = 0;
    source.head = 9;
    expect(await pull()).toMatchObject({ ok: true });
    expect(source.asked.slice(0, 2)).toEqual(['all c', 'pull']);
    expect(hasAll(await progressOf(cache))).toBe(true);
  });

  it('[S90] a cache that is lost with the page loads some, and does not say of the others that they are nobody', async () => {
    const { source, pull } = setUp({ most: 3 });
    source.people.set(
      'all',
      ['a', 'b', 'c', 'd'].map((id) => person(id, 2)),
    );
    await pull();
    expect(source.asked).not.toContain('all c');
    expect(await find('a', 'd')).toEqual(['a 2']);
    expect(hasAll(await progressOf(cache))).toBe(false);
  });

  it('[S71] those who were looked up are kept apart, to be let go of again', async () => {
    const { source, pull } = setUp();
    source.scopes = ['owner:m', 'pin:c'];
    source.whole = false;
    source.people.set('owner:m', [person('a', 2)]);
    source.people.set('pin:c', [person('b', 2)]);
    await pull();
    expect((await cache.rows.toArray()).map(({ id, usedAt }) => [id, usedAt])).toEqual([['b', NOW]]);
    expect(source.asked).not.toContain('digest');
  });
});

describe('[S35] what makes the cache load anew', () => {
  const full = () => {
    const made = setUp();
    made.source.people.set('all', [person('a', 2), person('b', 2)]);
    return made;
  };

  it.each(['scopes-changed', 'cursor-too-old'] as const)(
    '[S29] %s is told, and after the next greeting all is loaded',
    async (code) => {
      const { source, pull } = full();
      await pull();
      source.instead.set('pull', failure(code, 409, ''));
      source.people.set('team:', [person('b', 3)]);
      source.scopes = ['team:'];
      expect(await pull()).toMatchObject({ ok: false, error: { code } });
      expect(await find('a', 'b')).toEqual(['a 2', 'b 2']);
      expect(await pull()).toMatchObject({ ok: true });
      expect(await find('a', 'b')).toEqual(['b 3']);
      expect(await progressOf(cache)).toMatchObject({ scopes: ['team:'] });
    },
  );

  it('[S24] another epoch; a page of a third one is dropped', async () => {
    const { source, pull } = full();
    await pull();
    source.epoch = '00000000-0000-4000-8000-0000000000aa';
    source.head = 1;
    source.people.set('all', [person('a', 1)]);
    await pull();
    expect(await find('a', 'b')).toEqual(['a 1']);
    const hello = source.hello();
    source.epoch = EPOCH;
    source.head = 8;
    const { transport } = createSource();
    const other = { cache, outbox: makeOutbox().deps, transport, now: () => now };
    expect(await pullAll(other, hello, 500)).toMatchObject({ ok: false, error: { code: 'epoch-changed' } });
    expect(await find('a')).toEqual(['a 1']);
  });

  it('[S38] a sum that differs, once a day or after anything odd', async () => {
    const { source, pull } = full();
    await pull();
    await cache.packs.toCollection().modify((pack) => {
      pack.text = pack.text.replace('["b","2"', '["b","1"');
    });
    await pull();
    expect(source.asked.filter((path) => path === 'digest')).toHaveLength(1);
    expect(await readHealth(cache)).toMatchObject({ differed: 0 });
    now += 86_400_001;
    await pull();
    expect(await readHealth(cache)).toMatchObject({ differed: 1, checkedAt: now });
    await pull();
    expect((await cache.packs.toArray()).map(({ text }) => text).join()).not.toContain('["b","1"');
    now += 86_400_001;
    await pull();
    expect(await readHealth(cache)).toMatchObject({ differed: 1, checkedAt: now });
  });

  it('[S36] a record that could not be read is asked for again, and the sum is compared', async () => {
    const { source, pull } = full();
    const broken = { ...person('b', 2), facts: 0 } as unknown as CustomerRecord;
    source.people.set('all', [person('a', 2), broken]);
    await pull();
    expect(await readRecord(cache, 'b')).toBeNull();
    source.people.set('all', [person('a', 2), person('b', 2)]);
    await noteUnreadable(cache, ['b']);
    await pull();
    expect(await find('b')).toEqual(['b 2']);
    expect(source.asked.filter((path) => path === 'digest')).toHaveLength(2);
    expect(await readHealth(cache)).toMatchObject({ odd: false, differed: 0 });
    expect(source.asked.filter((path) => path === 'customer b')).toHaveLength(1);
  });

  it('[S71] a device that holds only some, and has gathered too many', async () => {
    const { source, pull } = full();
    source.whole = false;
    await pull();
    await cache.meta.put({ ...(await progressOf(cache)), customers: 5 + HELD.recent + HELD.pins });
    source.asked.length = 0;
    await pull();
    expect(source.asked).toContain('due');
    expect(await progressOf(cache)).toMatchObject({ customers: 2 });
  });
});

describe('[S91] a full disk', () => {
  const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });

  it('lets go of history and of those who were looked up longest ago, and tries once more', async () => {
    const { source, pull } = setUp();
    await holding(cache, [person('a', 1)]);
    for (const [i, id] of ['x', 'y'].entries()) await putFound(cache, pageOf([person(id, 1)], 1), i + 1);
    await putHistory(cache, { customer: 'a', before: '1.e', entries: [] }, 1);
    source.people.set('all', [person('a', 1)]);
    source.changes = [{ at: 3, record: person('b', 3) }];
    let writes = 0;
    createLife().watch(cache, (request) => {
      if (request !== 'mutate rows') return null;
      writes += 1;
      return writes === 1 ? full : null;
    });
    cache.close();
    await cache.open();
    expect(await pull()).toMatchObject({ ok: true });
    expect(await find('b', 'x', 'y')).toEqual(['b 3', 'y 1']);
    expect(await readHistory(cache, 'a', '1.e')).toBeNull();
  });

  it('that stays full is told', async () => {
    const { source, pull } = setUp();
    await holding(cache, [person('a', 1)]);
    source.changes = [{ at: 3, record: person('b', 3) }];
    createLife().watch(cache, (request) => (request === 'mutate rows' ? full : null));
    cache.close();
    await cache.open();
    await expect(pull()).rejects.toThrow('no room');
  });
});
