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

/** What the outbox holds once the intent was carried out. */
const sent = async (intent: Intent): Promise<unknown> => {
  const dbs = { cache: openCacheDb(`perform-cache-${++n}`), outbox: openOutboxDb(`perform-outbox-${n}`) };
  const unused = () => {
    throw new Error('not asked for');
  };
  const failed = vi.fn();
  createDispatch({
    dbs,
    customer: 'ana',
    by: 'Joy',
    pick: unused,
    reject: unused,
    olderEvents: unused,
    openOptions: unused,
    save: unused,
    fail: failed,
  })(intent);
  const row = await vi.waitFor(async () => {
    const [first] = await dbs.outbox.mutations.toArray();
    if (!first) throw new Error('nothing in the outbox');
    return first;
  });
  expect(failed).not.toHaveBeenCalled();
  const mutation = Mutation.parse({ ...JSON.parse(row.body), mid: row.mid });
  return mutation.name === 'event.record' ? mutation.args.event : mutation;
};

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
  expect(await sent({ do: 'record', id: ID, ...said })).toEqual({ ...head, ...said });
});
