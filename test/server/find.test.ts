import { beforeEach, describe, expect, it } from 'vitest';
import { FilterAdditions } from '#lib/contract/filter.ts';
import { setScoping } from '#server/auth/scoping.ts';
import { hashAddress, readFilters } from '#server/filter.ts';
import { pin, readAdded } from '#server/ingest/find.ts';
import { keepFilter } from '#server/jobs/filter.ts';
import { createDevice, type Device, engines, pageOf, serverForTest, type TestServer } from './world.ts';

describe.each(engines)('who is not in the cache, on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  const KEPT = 2;
  const names = ['a', 'b', 'c', 'd'];
  beforeEach(async () => {
    server = await serverForTest(engine, undefined, undefined, undefined, KEPT);
    mia = await createDevice(server, 'Mia', 'rep');
    await create(...names);
    const deps = {
      store: server.store,
      now: () => server.clock.now,
      uuid: () => crypto.randomUUID(),
      kept: KEPT,
    };
    expect(await keepFilter(deps, new AbortController().signal)).toBe(true);
  });

  const create = async (...ids: string[]) => {
    const answer = await mia.push(ids.map((id) => mia.creating(id, `${id}@shop.example`)));
    expect(answer.status).toBe(200);
  };
  const filterOf = async () => {
    const { filter } = await mia.hello();
    if (!filter) throw new Error('no filter');
    return filter;
  };
  const hashesOf = async (...ids: string[]) => {
    const { key } = await filterOf();
    return ids.map((id) => hashAddress(key, `${id}@shop.example`));
  };
  const find = async (hashes: string[], device = mia, version?: string) =>
    device.post('/sync/find', {
      clientId: device.clientId,
      version: version ?? (await filterOf()).version,
      hashes,
    });
  const code = async (response: Response) => [response.status, (await response.json()).error.code];

  it('[S82] is found by the hashes of their addresses, and followed from then on', async () => {
    const page = await pageOf(await find(await hashesOf('b', 'd', 'nobody')));
    expect(page.rows.map(({ id }) => id)).toEqual(['b', 'd']);
    expect(page.rows[0]?.profile.addresses).toEqual(['b@shop.example']);
    const pinned = async () => {
      const { rows } = await pageOf(await mia.get(`/sync/snapshot?scope=pin:${mia.clientId}`));
      return rows.map(({ id }) => id);
    };
    expect(await pinned()).toEqual(['b', 'd']);
    // Another member reads none of it, whatever client they name.
    const ben = await createDevice(server, 'Ben', 'rep');
    expect((await pageOf(await ben.get(`/sync/snapshot?scope=pin:${mia.clientId}`))).rows).toEqual([]);
    expect((await find(await hashesOf('a'), ben)).status).toBe(200);
    const stolen = await ben.post('/sync/find', {
      ...{ clientId: mia.clientId, version: (await filterOf()).version },
      hashes: await hashesOf('a'),
    });
    expect(await code(stolen)).toEqual([403, 'forbidden']);
    const trail = await server.readings
      .flush()
      .then(() =>
        server.store.read((tx) =>
          tx.selectFrom('audit').select('customer_id').where('action', '=', 'found').execute(),
        ),
      );
    expect(trail.map(({ customer_id }) => customer_id).sort()).toEqual(['a', 'b', 'd']);
  });

  it('[S71] the longest unused of those looked up go, and the device hears of it', async () => {
    await find(await hashesOf('a', 'b', 'c'));
    server.clock.now += 1_000;
    await find(await hashesOf('b'));
    server.clock.now += 1_000;
    const { kind } = server.store;
    const at = server.clock.now;
    const gone = await server.store.write((tx) => pin({ tx, kind, now: at }, mia.clientId, ['d'], 2));
    expect(gone.sort()).toEqual(['a', 'c']);
    const { rows } = await pageOf(await mia.get(`/sync/snapshot?scope=pin:${mia.clientId}`));
    expect(rows.map(({ id }) => id)).toEqual(['b', 'd']);
  });

  it('[S74] [S82] somebody out of sight is not found', async () => {
    await server.store.write((tx) =>
      tx.updateTable('customers').set({ team: 'South' }).where('id', '=', 'b').execute(),
    );
    const deps = { now: () => server.clock.now, uuid: () => crypto.randomUUID() };
    await setScoping(server.store, deps, true, { member: null, device: null });
    const page = await pageOf(await find(await hashesOf('a', 'b')));
    expect(page.rows.map(({ id }) => id)).toEqual(['a']);
  });

  it('[S83] another filter than the one in use is refused, so that the device greets again', async () => {
    const { version } = await filterOf();
    const other = 'another';
    expect(await code(await find(['0123456789abcdef'], mia, other))).toEqual([409, 'scopes-changed']);
    expect(await code(await mia.get(`/filter/${other}/0`))).toEqual([409, 'scopes-changed']);
    expect(await code(await mia.get(`/filter/${other}/added?after=0`))).toEqual([409, 'scopes-changed']);
    expect(await code(await mia.get(`/filter/${version}/4000`))).toEqual([404, 'not-found']);
    expect(await code(await mia.get(`/filter/${version}/added?after=x`))).toEqual([422, 'invalid']);
  });

  it('[S81] the shards are given out as bytes', async () => {
    const { version } = await filterOf();
    const response = await mia.get(`/filter/${version}/0`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const row = await server.store.read((tx) =>
      tx.selectFrom('filter_shards').select('body').where('shard', '=', 0).executeTakeFirstOrThrow(),
    );
    expect(Buffer.from(bytes).toString('base64')).toBe(row.body);
  });

  it('[S83] addresses that are new since come as exact additions, page by page', async () => {
    const { version, head } = await filterOf();
    const added = async (after: string) =>
      FilterAdditions.parse(await (await mia.get(`/filter/${version}/added?after=${after}`)).json());
    expect(await added(head)).toMatchObject({ hashes: [], more: false });
    await create('e', 'f', 'g');
    const all = await added(head);
    expect(all.hashes.sort()).toEqual((await hashesOf('e', 'f', 'g')).sort());
    expect(await added(all.cursor)).toMatchObject({ hashes: [], more: false, cursor: all.cursor });
    expect((await pageOf(await find(await hashesOf('f')))).rows.map(({ id }) => id)).toEqual(['f']);
    // In small pages, also within one number.
    await server.store.write((tx) =>
      tx
        .updateTable('known_hashes')
        .set({ seq: Number(all.cursor) })
        .where('seq', '>', Number(head))
        .execute(),
    );
    const seen: string[] = [];
    let after = head;
    for (;;) {
      const page = await readAdded({ store: server.store, now: () => server.clock.now }, version, after, 2);
      seen.push(...page.hashes);
      after = page.cursor;
      if (!page.more) break;
    }
    expect(seen.sort()).toEqual(all.hashes);
  });

  it('[S80] nobody is looked up while every device holds everybody', async () => {
    const deps = {
      store: server.store,
      now: () => server.clock.now,
      uuid: () => crypto.randomUUID(),
      kept: 100,
    };
    const { version } = await filterOf();
    await keepFilter(deps, new AbortController().signal);
    expect((await server.store.read(readFilters)).inUse).toBeNull();
    expect((await mia.hello()).filter).toBeUndefined();
    expect(await code(await find(['0123456789abcdef'], mia, version))).toEqual([409, 'scopes-changed']);
  });
});
