import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { Intent, Said } from '#components/model.ts';
import { openCacheDb } from '#lib/cache/cache-db.ts';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';
import { Mutation } from '#lib/contract/mutations.ts';

// The polyfill takes what is there for the browser, if it looks like one.
const local = { set: async () => {}, remove: async () => {}, get: async () => ({}) };
vi.stubGlobal('chrome', { runtime: { id: 'suki' } });
vi.stubGlobal('browser', { runtime: { id: 'suki' }, storage: { local } });
const { createDispatch } = await import('#components/hooks/perform.ts');

const ID = '00000000-0000-4000-8000-000000000001';
let n = 0;

const open = () => {
  const dbs = { cache: openCacheDb(`perform-cache-${++n}`), outbox: openOutboxDb(`perform-outbox-${n}`) };
  const unused = () => {
    throw new Error('not asked for');
  };
  const failed = vi.fn();
  const saved: string[] = [];
  const dispatch = createDispatch({
    dbs,
    customer: 'ana',
    by: 'Joy',
    inForce: () => 'their-event',
    pick: unused,
    reject: unused,
    olderEvents: unused,
    openOptions: unused,
    save: (_, text) => saved.push(text),
    fail: failed,
  });
  return { dbs, dispatch, failed, saved };
};

/** What the outbox holds once the intent was carried out. */
const sent = async (intent: Intent): Promise<Mutation> => {
  const { dbs, dispatch, failed } = open();
  dispatch(intent);
  const row = await vi.waitFor(async () => {
    const [first] = await dbs.outbox.mutations.toArray();
    if (!first) throw new Error('nothing in the outbox');
    return first;
  });
  expect(failed).not.toHaveBeenCalled();
  return Mutation.parse({ ...JSON.parse(row.body), mid: row.mid });
};

const recording = async (said: Said) => {
  const { args } = await sent({ do: 'record', id: ID, ...said });
  return args;
};

const moved = { to: 'retain', reason: 'Knows us', until: 5 } as const;
test.each<[string, Said]>([
  [
    'a snooze until they write',
    { type: 'Action Snoozed', data: { play: 'check_in', until: 5, lift: 'they-write' } },
  ],
  ['a snooze until a date', { type: 'Action Snoozed', data: { play: 'check_in', until: 5 } }],
  ['done', { type: 'Action Done', data: { play: 'check_in', contact: true, purpose: 'care', rank: 1 } }],
  ['not relevant', { type: 'Action Dismissed', data: { play: 'check_in', why: 'bad-idea' } }],
  ['a claim', { type: 'Claim Taken', data: { until: 5 } }],
  ['a move by hand', { type: 'Stage Overridden', data: { to: 'retain', reason: 'Knows us', until: 5 } }],
])('%s reaches the outbox as it was said', async (_what, said) => {
  const head = { id: ID, subject: 'ana', by: 'Joy', source: 'suki:panel', at: expect.any(Number) };
  expect(await recording(said)).toMatchObject({ event: { ...head, ...said } });
});

test.each<Said>([
  { type: 'Stage Overridden', data: moved },
  { type: 'Stage Override Lifted', data: {} },
])('[S17] $type names what the rep saw in force', async (said) => {
  expect(await recording(said)).toMatchObject({ base: 'their-event' });
});

test('[S17] nothing else does', async () => {
  expect(await recording({ type: 'Claim Taken', data: { until: 5 } })).not.toHaveProperty('base');
});

test('tags and keepers reach the outbox as they were chosen, with what the rep saw', async () => {
  expect(await sent({ do: 'tags', add: ['events'], remove: ['vip'] })).toMatchObject({
    name: 'customer.tags',
    args: { customer: 'ana', add: ['events'], remove: ['vip'] },
  });
  const to = { owner: 'mia', team: 'Poland' };
  const base = { owner: null, team: null };
  expect(await sent({ do: 'assign', to, base })).toMatchObject({
    name: 'customer.assign',
    args: { customer: 'ana', to, base },
  });
});

test('[S6] the file of refused changes holds the rep’s own words, and nobody else’s', async () => {
  const { dbs, dispatch, saved } = open();
  const body = JSON.stringify({ id: ID, name: 'event.record', v: 1, at: 5, args: { text: 'my note' } });
  const row = { id: ID, mid: 1, customer: 'ana', name: 'event.record' as const, at: 5, body };
  await dbs.outbox.mutations.add({
    ...row,
    ...{ state: 'parked', code: 'conflict', message: 'said by the server' },
    theirs: { what: 'stage', base: null, to: 'lapsed', by: 'Ben' },
  });
  dispatch({ do: 'export-parked', ids: [ID] });
  const [text = ''] = await vi.waitFor(() =>
    saved.length > 0 ? saved : Promise.reject(new Error('not yet')),
  );
  expect(JSON.parse(text)).toEqual([{ ...JSON.parse(body), refused: 'conflict' }]);
  expect(text).not.toMatch(/Ben|lapsed|said by the server/);
});
