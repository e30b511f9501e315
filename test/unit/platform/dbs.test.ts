import { expect, it } from 'vitest';
import { lookUp } from '#lib/cache/look-up.ts';
import { enqueue } from '#lib/cache/outbox.ts';
import { openDbs } from '#lib/platform/dbs.ts';
import { memoryMirror, uuids } from '#test/unit/cache/deps.ts';
import { holding, person } from '#test/unit/cache/pages.ts';

// Taken away before any database is opened: the helpers bring one that keeps data.
Reflect.deleteProperty(globalThis, 'indexedDB');

it('[S90] where the browser has no database, customers and clicks are there for as long as the page is', async () => {
  const dbs = await openDbs();
  expect(dbs.memory).toBe(true);
  await holding(dbs.cache, [person('ana', 1)]);
  const deps = { db: dbs.outbox, mirror: memoryMirror(), now: () => 5, uuid: uuids() };
  await enqueue(deps, 'customer.tags', 'ana', () => ({ customer: 'ana', add: ['vip'], remove: [] }));
  expect((await lookUp(dbs, ['ana@shop.example'])).get('ana@shop.example')?.record.profile.tags).toEqual([
    'vip',
  ]);
  expect(await deps.mirror.all()).toHaveLength(1);
});
