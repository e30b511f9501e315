import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { GONE_KEPT, purge, RESULTS_KEPT } from '#server/jobs/purge.ts';
import { readStanding, renewEpoch, takeNumber } from '#server/store/workspace.ts';
import { createDevice, type Device, pageOf, serverForTest, strictEngines, type TestServer } from './world.ts';

describe.each(strictEngines)('push on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia', 'rep');
  });
  const ok = async (response: Response) => {
    expect(response.status).toBe(200);
    return response.json();
  };
  const record = async (id: string) => (await ok(await mia.get(`/customers/${id}`))).customer;

  it('applies each mutation once, and answers a repeat with the stored result', async () => {
    const batch = [mia.creating('ana', 'ana@shop.example'), mia.recording('ana', 'late')];
    const first = await ok(await mia.push(batch));
    expect(first.results.map((result: { status: string }) => result.status)).toEqual(['applied', 'applied']);
    const second = await ok(await mia.push(batch));
    expect(second.results).toEqual(first.results);
    const ana = await record('ana');
    // The complaint, and the stage that it brought about.
    expect(ana.timeline.filter((entry: { type: string }) => entry.type === 'Complaint Raised')).toHaveLength(
      1,
    );
    expect(ana.facts.tally).toBeDefined();
    expect(ana.seq).toBe(first.results[1].seq);
  });

  it('puts the name of the member on an event, whatever the device says', async () => {
    const mutation = mia.recording('ana', 'late');
    if (mutation.name !== 'event.record') throw new Error();
    mutation.args.event.by = 'Somebody Else';
    mutation.mid = 2;
    await ok(await mia.push([{ ...mia.creating('ana', 'ana@shop.example'), mid: 1 }, mutation]));
    const ana = await record('ana');
    expect(ana.timeline.find((entry: { id: string }) => entry.id === mutation.id).by).toBe('Mia');
  });

  it('refuses another UUID under a settled number: a copied profile', async () => {
    const create = mia.creating('ana', 'ana@shop.example');
    await ok(await mia.push([create]));
    const response = await mia.push([{ ...create, id: randomUUID() }]);
    expect(response.status).toBe(409);
    expect((await response.json()).error).toMatchObject({ code: 'client-forked', lmid: 1 });
  });

  it('refuses a number that leaves a gap, and says where it stands', async () => {
    const response = await mia.push([{ ...mia.creating('ana', 'ana@shop.example'), mid: 3 }]);
    expect(response.status).toBe(409);
    expect((await response.json()).error).toMatchObject({ code: 'mutation-gap', lmid: 0 });
  });

  it('applies what comes before a gap, and answers that', async () => {
    const create = mia.creating('ana', 'ana@shop.example');
    const answer = await ok(await mia.push([create, { ...mia.recording('ana', 'x'), mid: 5 }]));
    expect(answer.results).toHaveLength(1);
    expect(answer.lmid).toBe(1);
  });

  it('answers a UUID under a new client id with its first result, without doing it again', async () => {
    const batch = [mia.creating('ana', 'ana@shop.example'), mia.recording('ana', 'late')];
    const first = await ok(await mia.push(batch));
    mia.renew();
    const again = await ok(await mia.push(batch));
    expect(again.results).toEqual(first.results);
    expect(again.lmid).toBe(2);
    expect(await ok(await mia.push(batch))).toMatchObject({ results: first.results });
  });

  it('answers "expired" once a result is older than it is kept', async () => {
    const create = mia.creating('ana', 'ana@shop.example');
    await ok(await mia.push([create]));
    await purge(server.store, server.clock.now + RESULTS_KEPT + 1);
    const answer = await ok(await mia.push([create]));
    expect(answer.results).toEqual([{ status: 'expired', mid: 1, id: create.id }]);
  });

  it('[S55] forgets for good who went away 90 days ago, and refuses the cursors from before', async () => {
    await ok(await mia.push(['ana', 'ben', 'leo'].map((id) => mia.creating(id, `${id}@shop.example`))));
    await ok(await mia.push([mia.recording('ana', 'late')]));
    const { cursor: old } = await mia.pullAll();
    const { now } = server.clock;
    const leaves = (id: string, at: number) =>
      server.store.write(async (tx) => {
        const seq = await takeNumber(tx);
        await tx.updateTable('customers').set({ gone: 1, gone_at: at, seq }).where('id', '=', id).execute();
        return seq;
      });
    const left = await leaves('ana', now - GONE_KEPT - 1);
    await leaves('ben', now - GONE_KEPT + 1);
    await purge(server.store, now);
    const { ids, addresses, events, floor } = await server.store.read(async (tx) => ({
      ids: (await tx.selectFrom('customers').select('id').orderBy('id').execute()).map(({ id }) => id),
      addresses: await tx.selectFrom('addresses').selectAll().where('customer_id', '=', 'ana').execute(),
      events: await tx.selectFrom('events').select('id').where('customer_id', '=', 'ana').execute(),
      ...(await readStanding(tx)),
    }));
    expect({ ids, addresses, events, floor }).toEqual({
      ids: ['ben', 'leo'],
      ...{ addresses: [], events: [], floor: left },
    });
    expect((await mia.pull(old)).status).toBe(410);
    expect((await pageOf(await mia.pull(String(left)))).gone).toEqual(['ben']);
    // Again there is nothing to do, and the floor stays.
    await purge(server.store, now);
    expect((await server.store.read(readStanding)).floor).toBe(left);
  });

  it('[S54] notices a history that another process has begun, at the mutation that it meets', async () => {
    await ok(await mia.push([mia.creating('ana', 'ana@shop.example')]));
    await renewEpoch(server.store, () => randomUUID());
    const refused = await mia.push([mia.recording('ana', 'late')]);
    expect([refused.status, (await refused.json()).error.code]).toEqual([409, 'epoch-changed']);
    expect((await record('ana')).events).toBe(0);
  });

  it('refuses one bad mutation by name and lets the others through', async () => {
    const bad = {
      ...mia.creating('ana', 'ana@shop.example'),
      args: { customer: 'ana', profile: { name: 5 } },
    };
    const good = mia.creating('ben', 'ben@shop.example');
    const answer = await ok(await mia.push([bad, good]));
    expect(answer.results[0]).toMatchObject({ status: 'rejected', code: 'invalid' });
    expect(answer.results[0].message).toContain('args.profile.name');
    expect(answer.results[1].status).toBe('applied');
  });

  it('refuses what a rep may not record, an event of another customer, and another id', async () => {
    await ok(await mia.push([mia.creating('ana', 'ana@shop.example')]));
    const order = mia.recording('ana', 'x');
    const other = mia.recording('ana', 'x');
    const renamed = mia.recording('ana', 'x');
    const nobody = mia.recording('nobody', 'x');
    if (order.name !== 'event.record' || other.name !== 'event.record' || renamed.name !== 'event.record')
      throw new Error();
    order.args.event = { ...order.args.event, type: 'Order Completed', data: { order: 'o1' } };
    other.args.event.subject = 'ben';
    renamed.args.event.id = randomUUID();
    const { results } = await ok(await mia.push([order, other, renamed, nobody]));
    expect(results.map((result: { code: string }) => result.code)).toEqual([
      'not-recordable',
      'invalid',
      'invalid',
      'unknown-customer',
    ]);
  });

  it('refuses an address that has an owner, and leaves nothing of the customer behind', async () => {
    const { results } = await ok(
      await mia.push([
        mia.creating('ana', 'ana@shop.example'),
        mia.creating('ana2', 'ANA@shop.example'.toLowerCase()),
        mia.creating('ana', 'other@shop.example'),
      ]),
    );
    expect(results.map((result: { code?: string }) => result.code)).toEqual([
      undefined,
      'address-taken',
      'exists',
    ]);
    expect((await mia.get('/customers/ana2')).status).toBe(404);
  });

  it('undo takes an event back as if it had never been, and only once', async () => {
    await ok(await mia.push([mia.creating('ana', 'ana@shop.example')]));
    const before = await record('ana');
    const recorded = mia.recording('ana', 'late');
    await ok(await mia.push([recorded]));
    expect((await record('ana')).events).toBeGreaterThan(0);
    const undone = await ok(
      await mia.push([mia.undoing('ana', recorded.id), mia.undoing('ana', recorded.id)]),
    );
    expect(undone.results[0].status).toBe('applied');
    expect(undone.results[1]).toMatchObject({ status: 'rejected', code: 'unknown-event' });
    const after = await record('ana');
    expect(after.timeline.map((entry: { id: string }) => entry.id)).not.toContain(recorded.id);
    expect(after.facts.recent.care).toEqual(before.facts.recent.care);
    expect(after.facts.totals.in).toBeUndefined();
  });

  it("lets a rep undo only their own, a founder anybody's", async () => {
    await ok(await mia.push([mia.creating('ana', 'ana@shop.example')]));
    const recorded = mia.recording('ana', 'late');
    await ok(await mia.push([recorded]));
    const ben = await createDevice(server, 'Ben', 'rep');
    const cara = await createDevice(server, 'Cara', 'founder');
    const refused = await ok(await ben.push([ben.undoing('ana', recorded.id)]));
    expect(refused.results[0]).toMatchObject({ status: 'rejected', code: 'not-yours' });
    const done = await ok(await cara.push([cara.undoing('ana', recorded.id)]));
    expect(done.results[0].status).toBe('applied');
  });

  it('lets a read-only member change nothing', async () => {
    const guest = await createDevice(server, 'Guest', 'read-only');
    const { results } = await ok(await guest.push([guest.creating('ana', 'ana@shop.example')]));
    expect(results[0]).toMatchObject({ status: 'rejected', code: 'not-yours' });
  });

  it('keeps one member out of the client id of another', async () => {
    await ok(await mia.push([mia.creating('ana', 'ana@shop.example')]));
    const ben = await createDevice(server, 'Ben', 'rep');
    const response = await ben.push([ben.creating('ben', 'ben@shop.example')], { clientId: mia.clientId });
    expect(response.status).toBe(403);
  });

  it('refuses a push of another history', async () => {
    const response = await mia.push([mia.creating('ana', 'ana@shop.example')], { epoch: randomUUID() });
    expect(response.status).toBe(409);
    expect((await response.json()).error.code).toBe('epoch-changed');
  });

  it('corrects the clock of a device, and lets nothing lie in the future', async () => {
    await ok(await mia.push([mia.creating('ana', 'ana@shop.example')]));
    const hour = 3_600_000;
    const slow = mia.recording('ana', 'slow clock');
    const fast = mia.recording('ana', 'fast clock');
    const future = mia.recording('ana', 'future');
    for (const mutation of [slow, fast, future]) {
      if (mutation.name !== 'event.record') throw new Error();
      if (mutation === slow) mutation.args.event.at = server.clock.now - 3 * hour;
      if (mutation === fast) mutation.args.event.at = server.clock.now + hour;
      if (mutation === future) mutation.args.event.at = server.clock.now + 9 * hour;
    }
    await ok(await mia.push([slow], { sentAt: server.clock.now - 2 * hour }));
    await ok(await mia.push([fast], { sentAt: server.clock.now + 2 * hour }));
    await ok(await mia.push([future]));
    const entries = (await ok(await mia.get('/customers/ana/events'))).entries;
    const at = (id: string) => entries.find((entry: { id: string }) => entry.id === id).at;
    expect(at(slow.id)).toBe(server.clock.now - hour);
    expect(at(fast.id)).toBe(server.clock.now - hour);
    expect(at(future.id)).toBe(server.clock.now);
  });

  it('refuses more than it takes, without reading it all', async () => {
    const response = await mia.push([{ ...mia.recording('ana', 'x'), filler: 'x'.repeat(300_000) }]);
    expect(response.status).toBe(413);
    expect((await response.json()).error.code).toBe('too-large');
  });
});
