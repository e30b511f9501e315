import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { lookUp } from '#lib/cache/look-up.ts';
import { enqueue, settle } from '#lib/cache/outbox.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';
import { makeOutbox } from './deps.ts';
import { holding, openCache, pageOf, person, pull } from './pages.ts';

const ANA = 'ana@shop.example';
let cache: CacheDb;
let made: ReturnType<typeof makeOutbox>;
beforeEach(() => {
  cache = openCache();
  made = makeOutbox();
});
afterEach(() => cache.delete());

const look = (...addresses: string[]) => lookUp({ cache, outbox: made.deps.db }, addresses);
const ana = async () => (await look(ANA)).get(ANA)?.record;
const complain = () =>
  enqueue(made.deps, 'event.record', 'ana', (id, at) => ({
    customer: 'ana',
    event: { id, source: 'panel', subject: 'ana', at, type: 'Complaint Raised', data: { ref: id } },
  }));
let mid = 0;
const acknowledge = (id: string, seq: number) =>
  settle(made.deps, [{ status: 'applied', mid: ++mid, id, seq: String(seq) }]);

describe('what the rep sees', () => {
  it('has tags and an assignment of their own on it before the server knows of them', async () => {
    const record = person('ana', 1);
    record.profile = { ...record.profile, owner: 'mia', tags: ['a', 'b'] };
    await holding(cache, [record]);
    await enqueue(made.deps, 'customer.tags', 'ana', () => ({
      ...{ customer: 'ana', add: ['c', 'a'], remove: ['b'] },
    }));
    await enqueue(made.deps, 'customer.assign', 'ana', () => ({
      ...{ customer: 'ana', to: { owner: null, team: 'north' }, base: { owner: 'mia', team: null } },
    }));
    const { owner, team, tags } = (await ana())?.profile ?? {};
    expect({ owner, team, tags }).toEqual({ owner: undefined, team: 'north', tags: ['a', 'c'] });
    await enqueue(made.deps, 'customer.tags', 'ana', () => ({
      ...{ customer: 'ana', add: [], remove: ['a', 'c'] },
    }));
    expect((await ana())?.profile).not.toHaveProperty('tags');
  });

  it('[S15] keeps an acknowledged click until the record or the cursor has it, also one that an older one has reached', async () => {
    await holding(cache, [person('ana', 1), person('ben', 1)], 9);
    const [late, early] = [await complain(), await complain()];
    await acknowledge(late, 12);
    // Known already, under a number of long ago.
    await acknowledge(early, 7);
    expect((await ana())?.timeline.map(({ id }) => id)).toEqual([late]);
    await pull(cache, pageOf([person('ben', 12)], 12));
    expect((await ana())?.timeline).toEqual([]);
  });

  it('has somebody whom they have just added, until the cache has them', async () => {
    await holding(cache, []);
    const id = await enqueue(made.deps, 'customer.create', 'ana', () => ({
      customer: 'ana',
      profile: { name: 'Ana', addresses: [ANA], createdAt: 0 },
    }));
    expect((await ana())?.profile.name).toBe('Ana');
    await acknowledge(id, 100);
    expect((await ana())?.profile.name).toBe('Ana');
    await pull(cache, pageOf([person('ana', 100)], 100));
    expect((await ana())?.profile.name).toBe('ana 100');
  });

  it('[S36] lacks whose record cannot be read, and says who that is', async () => {
    await holding(cache, [{ ...person('ana', 1), facts: 0 } as never]);
    const bad: string[] = [];
    expect(await lookUp({ cache, outbox: made.deps.db }, [ANA], (ids) => bad.push(...ids))).toEqual(
      new Map(),
    );
    expect(bad).toEqual(['ana']);
  });
});

it('finds what an outbox of the version before had acknowledged', async () => {
  const before = new Dexie('outbox-before');
  before.version(1).stores({ mutations: 'id, state, [state+mid], customer', client: 'key' });
  const row = { id: 'm1', mid: 1, customer: 'ana', name: 'event.record', at: 0, body: '{}' };
  await before.table('mutations').add({ ...row, state: 'acked', seq: '1000', ackedAt: 0 });
  before.close();
  const db = openOutboxDb('outbox-before');
  expect(await db.mutations.where('[state+reach]').above(['acked', 999]).primaryKeys()).toEqual(['m1']);
  await db.delete();
});
