import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { openOutboxDb } from '#lib/cache/outbox-db.ts';

it('[S4] an outbox of the first version is opened as it is: no row is lost, none is changed but for what is new', async () => {
  const old = new Dexie('outbox-old');
  old.version(1).stores({ mutations: 'id, state, [state+mid], customer', client: 'key' });
  const rows = (['queued', 'acked', 'parked'] as const).map((state, i) => ({
    ...{ id: state, mid: i + 1, customer: 'ana', name: 'event.undo', at: i, body: '{}', state },
    ...(state === 'acked' && { seq: '7', ackedAt: 5 }),
    ...(state === 'parked' && { code: 'invalid', message: 'no' }),
  }));
  const client = { key: 'client', id: 'me', nextMid: 4, epoch: 'first', account: 'shop mia' };
  await old.table('mutations').bulkAdd(rows);
  await old.table('client').add(client);
  old.close();

  const db = openOutboxDb('outbox-old');
  const expected = rows.map((row) => (row.state === 'acked' ? { ...row, reach: 7 } : row));
  expect((await db.mutations.toArray()).sort((a, b) => a.mid - b.mid)).toEqual(expected);
  expect(await db.client.toArray()).toEqual([client]);
  expect(await db.mutations.where('[state+reach]').between(['acked', 6], ['acked', 8]).count()).toBe(1);
  await db.delete();
});
