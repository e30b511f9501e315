import { beforeEach, describe, expect, it } from 'vitest';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Assignment, Mutation, MutationResult } from '#lib/contract/mutations.ts';
import type { Stage } from '#lib/contract/stage.ts';
import { mark } from '#lib/lifecycle/mark.ts';
import { changeMember } from '#server/auth/members.ts';
import { setScoping } from '#server/auth/scoping.ts';
import { createDevice, type Device, serverForTest, strictEngines, type TestServer } from './world.ts';

const DAY = 86_400_000;
const NOBODYS: Assignment = { owner: null, team: null };

describe.each(strictEngines)('two colleagues at one customer, on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  let ben: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia', 'rep');
    ben = await createDevice(server, 'Ben', 'rep');
    await settle(mia, mia.creating('ana', 'ana@shop.example'));
  });

  const settle = async (device: Device, mutation: Mutation): Promise<MutationResult> => {
    const answer = await (await device.push([mutation])).json();
    return answer.results[0];
  };
  const envelope = (device: Device) => {
    const { mid, id, v, at } = device.recording('ana', '');
    return { mid, id, v, at };
  };
  const recordOf = async () => (await (await mia.get('/customers/ana')).json()).customer;
  const overriding = (device: Device, to: Stage, base?: string | null): Mutation => {
    const head = envelope(device);
    const event: SukiEvent = {
      ...{ id: head.id, source: 'panel', subject: 'ana', at: server.clock.now },
      ...{ type: 'Stage Overridden', data: { to, reason: 'Met them', until: server.clock.now + 30 * DAY } },
    };
    return {
      ...head,
      name: 'event.record',
      args: { customer: 'ana', event, ...(base !== undefined && { base }) },
    };
  };
  const lifting = (device: Device, base: string | null): Mutation => {
    const head = envelope(device);
    const event: SukiEvent = {
      ...{ id: head.id, source: 'panel', subject: 'ana', at: server.clock.now },
      ...{ type: 'Stage Override Lifted', data: {} },
    };
    return { ...head, name: 'event.record', args: { customer: 'ana', event, base } };
  };
  const tagging = (device: Device, add: string[], remove: string[] = []): Mutation => ({
    ...envelope(device),
    name: 'customer.tags',
    args: { customer: 'ana', add, remove },
  });
  const assigning = (device: Device, to: Assignment, base: Assignment): Mutation => ({
    ...envelope(device),
    name: 'customer.assign',
    args: { customer: 'ana', to, base },
  });
  const setTeams = async (device: Device, teams: string[]) => {
    const deps = { now: () => server.clock.now, uuid: () => crypto.randomUUID() };
    const by = { member: null, device: null };
    await setScoping(server.store, deps, true, by);
    await changeMember(server.store, deps, device.member.id, { teams }, by);
  };

  it('[S17] a stage set by hand over one that the rep did not see is a conflict with theirs', async () => {
    const first = overriding(ben, 'retain', null);
    expect(await settle(ben, first)).toMatchObject({ status: 'applied' });
    const second = overriding(mia, 'engage', null);
    const conflict = await settle(mia, second);
    expect(conflict).toEqual({
      ...{ status: 'conflict', mid: second.mid, id: second.id },
      theirs: { what: 'stage', base: first.id, to: 'retain', by: 'Ben', at: server.clock.now },
    });
    // It changed nothing, and is answered the same however often it is sent.
    expect((await recordOf()).timeline.map(({ id }: { id: string }) => id)).not.toContain(second.id);
    expect(await settle(mia, second)).toEqual(conflict);
    server.clock.now += 1_000;
    expect(await settle(mia, overriding(mia, 'engage', first.id))).toMatchObject({ status: 'applied' });
  });

  it('[S17] an older stage may be named by its mark, which is all that the facts keep of it', async () => {
    const first = overriding(ben, 'retain', null);
    await settle(ben, first);
    server.clock.now += 1_000;
    expect(await settle(mia, overriding(mia, 'engage', mark('another')))).toMatchObject({
      status: 'conflict',
    });
    expect(await settle(mia, overriding(mia, 'engage', mark(first.id)))).toMatchObject({ status: 'applied' });
  });

  it('[S17] a lift of what is not in force any more says so', async () => {
    const first = overriding(ben, 'retain', null);
    await settle(ben, first);
    server.clock.now += 1_000;
    expect(await settle(ben, lifting(ben, first.id))).toMatchObject({ status: 'applied' });
    const theirs = { what: 'stage', base: null, to: null, by: 'Ben', at: server.clock.now };
    expect(await settle(mia, overriding(mia, 'engage', first.id))).toMatchObject({
      status: 'conflict',
      theirs,
    });
    // One that is over is no longer in force.
    server.clock.now += 1_000;
    await settle(mia, overriding(mia, 'engage', null));
    server.clock.now += 31 * DAY;
    const later = await createDevice(server, 'Mia');
    expect(await settle(later, overriding(later, 'educate', null))).toMatchObject({ status: 'applied' });
  });

  it('who names nothing is not asked', async () => {
    await settle(ben, overriding(ben, 'retain', null));
    server.clock.now += 1_000;
    expect(await settle(mia, overriding(mia, 'engage'))).toMatchObject({ status: 'applied' });
  });

  it('[S17] tags merge: each adds and removes its own', async () => {
    await settle(mia, tagging(mia, ['vip', 'paris']));
    await settle(ben, tagging(ben, ['wholesale'], ['paris']));
    await settle(mia, tagging(mia, ['vegan', 'vip']));
    expect((await recordOf()).profile.tags).toEqual(['vip', 'wholesale', 'vegan']);
    const { seq } = await recordOf();
    expect(await settle(ben, tagging(ben, ['vip'], ['gone']))).toMatchObject({ status: 'noop', seq });
    const many = Array.from({ length: 48 }, (_, i) => `tag ${i}`);
    expect(await settle(ben, tagging(ben, many))).toMatchObject({ status: 'rejected', code: 'too-many' });
    await settle(ben, tagging(ben, [], ['vip', 'wholesale', 'vegan']));
    expect((await recordOf()).profile.tags).toBeUndefined();
  });

  it('[S17] an assignment over one that the rep did not see is a conflict with theirs', async () => {
    const toBen = { owner: ben.member.id, team: null };
    expect(await settle(ben, assigning(ben, toBen, NOBODYS))).toMatchObject({ status: 'applied' });
    expect((await recordOf()).profile.owner).toBe(ben.member.id);
    const toMia = { owner: mia.member.id, team: 'North' };
    expect(await settle(mia, assigning(mia, toMia, NOBODYS))).toMatchObject({
      status: 'conflict',
      theirs: { what: 'assignment', base: toBen, ownerName: 'Ben' },
    });
    expect(await settle(mia, assigning(mia, toMia, toBen))).toMatchObject({ status: 'applied' });
    // Who wanted the same is content.
    expect(await settle(ben, assigning(ben, toMia, toBen))).toMatchObject({ status: 'noop' });
    expect(await settle(mia, assigning(mia, NOBODYS, toMia))).toMatchObject({ status: 'applied' });
    const { profile } = await recordOf();
    expect([profile.owner, profile.team]).toEqual([undefined, undefined]);
  });

  it('refuses an assignment to nobody of the name, or to a team that could not be written', async () => {
    const unknown = await settle(mia, assigning(mia, { owner: 'nobody', team: null }, NOBODYS));
    expect(unknown).toMatchObject({ status: 'rejected', code: 'unknown-member' });
    for (const team of ['', ' North', 'a\u0000b'])
      expect(await settle(mia, assigning(mia, { owner: null, team }, NOBODYS))).toMatchObject({
        status: 'rejected',
        code: 'invalid',
      });
    const nul = mia.creating('leo', 'leo@shop.example');
    if (nul.name === 'customer.create') nul.args.profile.team = 'a\u0000b';
    expect(await settle(mia, nul)).toMatchObject({ status: 'rejected', code: 'invalid' });
  });

  it('[S74] lets a rep give somebody to a team of theirs alone, and an admin to any', async () => {
    await setTeams(mia, ['North']);
    const admin = await createDevice(server, 'Ada', 'admin');
    const south = { owner: null, team: 'South' };
    const north = { owner: null, team: 'North' };
    expect(await settle(mia, assigning(mia, south, NOBODYS))).toMatchObject({ code: 'not-yours' });
    const made = mia.creating('leo', 'leo@shop.example');
    if (made.name === 'customer.create') made.args.profile.team = 'South';
    expect(await settle(mia, made)).toMatchObject({ code: 'not-yours' });
    expect(await settle(mia, assigning(mia, north, NOBODYS))).toMatchObject({ status: 'applied' });
    expect(await settle(admin, assigning(admin, south, north))).toMatchObject({ status: 'applied' });
    expect(await settle(mia, assigning(mia, north, south))).toMatchObject({ code: 'unknown-customer' });
  });

  it('[S57] each change is in the trail by itself, and what was refused is not', async () => {
    const recorded = mia.recording('ana', 'late');
    await settle(mia, recorded);
    const tagged = tagging(ben, ['vip']);
    await settle(ben, tagged);
    await settle(ben, tagging(ben, ['vip']));
    await settle(ben, overriding(ben, 'retain', 'something else'));
    const rows = await server.store.read((tx) =>
      tx.selectFrom('audit').selectAll().where('action', '=', 'changed').execute(),
    );
    const found = rows.map(({ id, member_id, customer_id, detail }) => [
      id,
      member_id,
      customer_id,
      JSON.parse(detail),
    ]);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual([
      ...[recorded.id, mia.member.id, 'ana'],
      { mutation: 'event.record', event: 'Complaint Raised' },
    ]);
    expect(found).toContainEqual([tagged.id, ben.member.id, 'ana', { mutation: 'customer.tags' }]);
  });
});
