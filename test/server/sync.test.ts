import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '#lib/contract/digest.ts';
import { Digest, WIRE } from '#lib/contract/sync.ts';
import { markOutdated, refoldAllMarked } from '#server/ingest/refold.ts';
import {
  createDevice,
  type Device,
  pageOf,
  placeForTest,
  serverForTest,
  strictEngines,
  type TestServer,
} from './world.ts';

describe.each(strictEngines)('sync on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia');
  });
  const ok = async (response: Response) => {
    expect(response.status).toBe(200);
    return response.json();
  };
  const create = async (...names: string[]) =>
    ok(await mia.push(names.map((name) => mia.creating(name, `${name}@shop.example`))));
  const pull = async (device: Device, cursor: string, more: object = {}) =>
    pageOf(await device.pull(cursor, more));
  const snapshot = async (query: string) => pageOf(await mia.get(`/sync/snapshot?${query}`));

  it('hello says who, where, and how far this client is', async () => {
    await create('ana', 'ben');
    expect(await mia.hello()).toMatchObject({
      ...{ customers: 2, lmid: 2, member: { name: 'Mia' }, epoch: mia.epoch },
      ...{ scopes: ['all'], whole: true },
    });
    for (const wire of [WIRE.floor - 1, WIRE.version + 1])
      expect((await mia.post('/sync/hello', { clientId: mia.clientId, wire })).status).toBe(426);
  });

  it('[S30] a snapshot comes in pages, with the head before the first row as its cursor', async () => {
    await create('a', 'b', 'c', 'd', 'e');
    const first = await snapshot('scope=all&limit=2');
    expect(first.rows.map((row) => row.id)).toEqual(['a', 'b']);
    expect(first.playbook).toBeUndefined();
    await create('bb', 'f');
    const ids = ['a', 'b'];
    let page = first;
    while (page.after !== undefined) {
      expect(page.more).toBe(true);
      page = await snapshot(`scope=all&limit=2&after=${page.after}&token=${page.cursor}`);
      expect(page.cursor).toBe(first.cursor);
      ids.push(...page.rows.map((row) => row.id));
    }
    // What was added behind the reader is missed by the pages, and found by the pull after them.
    expect(page.more).toBe(false);
    const missed = await pull(mia, page.cursor);
    expect(new Set([...ids, ...missed.rows.map((row) => row.id)])).toEqual(
      new Set(['a', 'b', 'bb', 'c', 'd', 'e', 'f']),
    );
  });

  it('a pull brings each change once, in pages, and then nothing', async () => {
    await create('a', 'b', 'c');
    await ok(await mia.push([mia.recording('a', 'late')]));
    const first = await pull(mia, '0', { limit: 2 });
    expect(first).toMatchObject({ more: true });
    expect(first.rows.map((row) => row.id)).toEqual(['b', 'c']);
    const second = await pull(mia, first.cursor, { limit: 2 });
    expect(second).toMatchObject({ more: false });
    expect(second.rows.map((row) => row.id)).toEqual(['a']);
    expect(await pull(mia, second.cursor)).toMatchObject({ rows: [], more: false });
  });

  it('rows of one number stay on one page, even when it asked for fewer', async () => {
    await server.store.write((tx) => tx.updateTable('sync_stream').set({ head: 7 }).execute());
    await create('a', 'b', 'c');
    await server.store.write((tx) => tx.updateTable('customers').set({ seq: 8 }).execute());
    const page = await pull(mia, '0', { limit: 1 });
    expect(page.rows.map((row) => row.id)).toEqual(['a', 'b', 'c']);
  });

  it('a customer who is gone is said to be gone', async () => {
    await create('a', 'b');
    await server.store.write(async (tx) => {
      await tx.updateTable('sync_stream').set({ head: 50 }).execute();
      await tx.updateTable('customers').set({ gone: 1, seq: 50 }).where('id', '=', 'a').execute();
    });
    expect(await pull(mia, '10')).toMatchObject({ rows: [], gone: ['a'] });
    expect((await snapshot('scope=all')).rows.map((row) => row.id)).toEqual(['b']);
    const refused = await ok(await mia.push([mia.recording('a', 'x')]));
    expect(refused.results[0]).toMatchObject({ status: 'rejected', code: 'unknown-customer' });
  });

  it('a cursor that the server has not reached means it was restored', async () => {
    const response = await mia.pull('999');
    expect(response.status).toBe(409);
    expect((await response.json()).error.code).toBe('cursor-ahead');
    expect((await mia.pull('x')).status).toBe(422);
  });

  it('the digest is that of the rows a device has', async () => {
    await create('a', 'b', 'c');
    await ok(await mia.push([mia.recording('b', 'late')]));
    const { rows, cursor } = await mia.pullAll();
    const own = digestOf([...rows.values()].map(({ id, seq = '' }) => ({ id, seq })));
    const digest = Digest.parse(await ok(await mia.get(`/sync/digest?clientId=${mia.clientId}`)));
    expect(digest).toMatchObject({ ...own, cursor });
    await ok(await mia.push([mia.recording('b', 'again')]));
    expect(Digest.parse(await ok(await mia.get(`/sync/digest?clientId=${mia.clientId}`))).xor).not.toBe(
      own.xor,
    );
  });

  it('a waiting pull answers as soon as something changes', async () => {
    await create('a');
    const { cursor } = await mia.pullAll();
    const waiting = pull(mia, cursor, { wait: 20_000 });
    await sleep(50);
    await ok(await mia.push([mia.recording('a', 'late')]));
    expect((await waiting).rows.map((row) => row.id)).toEqual(['a']);
  });

  it('the live stream pokes without content, once for a burst', async () => {
    await create('a');
    const response = await mia.get('/sync/live');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': hello\n\n');
    await ok(await mia.push([mia.recording('a', '1'), mia.recording('a', '2')]));
    await ok(await mia.push([mia.recording('a', '3')]));
    expect((await reader?.read())?.value).toBe('event: poke\ndata:\n\n');
    const more = await Promise.race([reader?.read(), sleep(400, 'quiet')]);
    expect(more).toBe('quiet');
    await reader?.cancel();
  });

  it('older entries of a timeline come in pages, each once, newest first', async () => {
    await create('a');
    for (let batch = 0; batch < 3; batch += 1) {
      await ok(await mia.push(Array.from({ length: 40 }, (_, i) => mia.recording('a', `${batch} ${i}`))));
      server.clock.now += 1_000;
    }
    const seen: string[] = [];
    let before = '';
    for (;;) {
      const page = await ok(await mia.get(`/customers/a/events${before}`));
      seen.push(...page.entries.map((entry: { id: string }) => entry.id));
      if (page.before === undefined) break;
      before = `?before=${page.before}`;
    }
    const { customer } = await ok(await mia.get('/customers/a'));
    expect(customer.timeline).toHaveLength(20);
    expect(seen).toHaveLength(customer.events);
    expect(new Set(seen).size).toBe(customer.events);
    expect(seen.slice(0, 20)).toEqual(customer.timeline.map((entry: { id: string }) => entry.id));
  });

  it('the first complaint records the stage that it brings, and undo takes that back too', async () => {
    await create('a');
    const question = mia.recording('a', 'late');
    await ok(await mia.push([question]));
    const { customer } = await ok(await mia.get('/customers/a'));
    const changes = customer.timeline.filter((entry: { type: string }) => entry.type === 'Stage Changed');
    expect(changes).toHaveLength(1);
    expect(changes[0].data).toMatchObject({ from: null });
    await ok(await mia.push([mia.undoing('a', question.id)]));
    const after = (await ok(await mia.get('/customers/a'))).customer;
    expect(after.timeline.map((entry: { id: string }) => entry.id)).not.toContain(changes[0].id);
  });

  it('after an update nobody gets facts of before, and an event folds its customer at once', async () => {
    await create('a', 'b');
    await ok(await mia.push([mia.recording('a', 'late')]));
    // As the first version wrote them: this one cannot open them.
    const facts =
      '{"v":2,"tally":{},"totals":{},"money":{},"recent":{"care":[{"id":"x","type":"x","at":1,"d":{}}]}}';
    await server.store.write((tx) => tx.updateTable('customers').set({ facts, fold_version: 2 }).execute());
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
    expect((await pull(mia, '0')).rows).toEqual([]);
    expect((await snapshot('scope=all')).rows).toEqual([]);

    const { results } = await ok(await mia.push([mia.recording('a', 'late again')]));
    expect(results[0].status).toBe('applied');
    const first = await pull(mia, '0');
    expect(ids(first.rows)).toEqual(['a']);
    expect(first.rows[0]?.facts.recent.care).toHaveLength(2);

    await markOutdated(server.deps);
    await refoldAllMarked(server.deps, 'update');
    expect(ids((await pull(mia, first.cursor)).rows)).toEqual(['b']);
  });

  it('16 writers and a reader who never stops: no change is lost', async () => {
    const devices: Device[] = [];
    for (let i = 0; i < 16; i += 1) {
      server.remote.address = `192.0.2.${i}`;
      devices.push(await createDevice(server, `Rep ${i}`));
    }
    let writing = true;
    const seen = new Map<string, string>();
    const reading = (async () => {
      let cursor = '0';
      for (let last = false; ; ) {
        const page = await pull(mia, cursor, { limit: 7 });
        for (const row of page.rows) seen.set(row.id, row.seq ?? '');
        cursor = page.cursor;
        if (last && !page.more) return;
        last = !writing;
        // Without a socket nothing else lets timers have their turn.
        await breathe();
      }
    })();
    const written = Promise.all(
      devices.map(async (device, i) => {
        for (let round = 0; round < 8; round += 1) {
          const name = `c${i}-${round}`;
          // In the order of their numbers; the third is about a customer whom two writers touch.
          const batch = [device.creating(name, `${name}@shop.example`), device.recording(name, 'x')];
          if (round > 0) batch.push(device.recording(`c${(i + 1) % 16}-0`, 'shared'));
          const answer = await ok(await device.push(batch));
          expect(answer.results.map((result: { status: string }) => result.status)).not.toContain('rejected');
          if (round === 0) await sleep(100);
        }
      }),
    );
    await written.finally(() => {
      writing = false;
    });
    await reading;
    const rows = await server.store.read((tx) => tx.selectFrom('customers').select(['id', 'seq']).execute());
    expect(rows).toHaveLength(16 * 8);
    expect(Object.fromEntries(seen)).toEqual(
      Object.fromEntries(rows.map((row) => [row.id, String(row.seq)])),
    );
  });

  it('[S54] a pull of another history, or from before the floor, is refused', async () => {
    await create('ana');
    const refused = async (response: Response) => [response.status, (await response.json()).error.code];
    const epoch = '11111111-1111-4111-8111-111111111111';
    expect(await refused(await mia.pull('0', { epoch }))).toEqual([409, 'epoch-changed']);
    const { cursor } = await mia.pullAll();
    const floor = Number(cursor);
    await server.store.write((tx) => tx.updateTable('sync_stream').set({ floor }).execute());
    expect((await mia.pull(cursor)).status).toBe(200);
    expect(await refused(await mia.pull('0'))).toEqual([410, 'cursor-too-old']);
  });
});

describe('two servers on one PostgreSQL', () => {
  it("see each other's changes and poke each other within seconds", async () => {
    const place = await placeForTest('postgres');
    const [one, two] = await Promise.all([serverForTest(place), serverForTest(place)]);
    const mia = await createDevice(one, 'Mia');
    const ben = await createDevice(two, 'Ben');
    expect(ben.epoch).toBe(mia.epoch);
    await mia.push([mia.creating('ana', 'ana@shop.example')]);
    const { cursor } = await ben.pullAll();
    const waiting = ben.pull(cursor, { wait: 20_000 });
    await sleep(50);
    const started = performance.now();
    await mia.push([mia.recording('ana', 'late')]);
    const page = await pageOf(await waiting);
    expect(page.rows.map((row) => row.id)).toEqual(['ana']);
    expect(performance.now() - started).toBeLessThan(3_000);
    // The same mutation through both at once is applied once.
    const recorded = mia.recording('ana', 'twice');
    const body = { clientId: mia.clientId, epoch: mia.epoch, sentAt: one.clock.now, mutations: [recorded] };
    const answers = await Promise.all(
      [one, two, one, two].map(async (server) => {
        const response = await server.send('/sync/push', { token: mia.token, body });
        return (await response.json()).results;
      }),
    );
    for (const results of answers) expect(results).toEqual(answers[0]);
    const events = await one.store.read((tx) =>
      tx.selectFrom('events').where('id', '=', recorded.id).selectAll().execute(),
    );
    expect(events).toHaveLength(1);
  });
});
