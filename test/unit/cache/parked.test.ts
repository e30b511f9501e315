import 'fake-indexeddb/auto';

import { expect, it } from 'vitest';
import { openCacheDb } from '#lib/cache/cache-db.ts';
import { enqueue, settle } from '#lib/cache/outbox.ts';
import { readParked } from '#lib/cache/parked.ts';
import { emptyFacts } from '#lib/lifecycle/fold.ts';
import { makeOutbox } from './deps.ts';
import { holding } from './pages.ts';

it('says of each refused change what it was and for whom', async () => {
  const { deps } = makeOutbox();
  const cache = openCacheDb('parked-cache');
  const profile = { name: 'Ana Kovač', addresses: ['ana@kovac.example'], createdAt: 0 };
  const timeline = [{ id: 'e1', type: 'Unsubscribed' as const, at: 5, data: {} }];
  const record = { id: 'ana', profile, facts: emptyFacts(), timeline, events: 1 };
  await holding(cache, [record]);

  const undo = await enqueue(deps, 'event.undo', 'ana', () => ({ customer: 'ana', event: 'e1' }));
  const create = await enqueue(deps, 'customer.create', 'ben', () => ({
    customer: 'ben',
    profile: { name: 'Ben', addresses: ['ben@b.example'], createdAt: 0 },
  }));
  await settle(deps, [
    { status: 'rejected', mid: 1, id: undo, code: 'not-yours', message: 'read-only' },
    { status: 'expired', mid: 2, id: create },
  ]);
  expect(await readParked({ cache, outbox: deps.db })).toMatchObject([
    {
      id: undo,
      what: 'event.undo',
      code: 'not-yours',
      about: { type: 'Unsubscribed', customer: 'Ana Kovač' },
    },
    { id: create, what: 'customer.create', code: 'expired', about: { customer: 'Ben' } },
  ]);
});
