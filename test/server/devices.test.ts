import { beforeEach, describe, expect, it } from 'vitest';
import { readPage } from '#lib/contract/page.ts';
import { HelloAnswer, WIRE } from '#lib/contract/sync.ts';
import { InviteAnswer, TeamAnswer, type TeamMember } from '#lib/contract/team.ts';
import { authenticate } from '#server/auth/sessions.ts';
import { readFilters } from '#server/filter.ts';
import { createDevice, type Device, engines, serverForTest, type TestServer } from './world.ts';

describe.each(engines)('members and their devices on %s', (engine) => {
  let server: TestServer;
  let ada: Device;
  let ben: Device;
  beforeEach(async () => {
    server = await serverForTest(engine, undefined, 'https://suki.example.com');
    ada = await createDevice(server, 'Ada', 'admin');
    ben = await createDevice(server, 'Ben', 'rep');
  });
  const put = (device: Device, path: string, body: unknown) =>
    server.send(path, { token: device.token, method: 'PUT', body });
  const drop = (device: Device, path: string) => server.send(path, { token: device.token, method: 'DELETE' });
  const team = async (): Promise<TeamAnswer> => TeamAnswer.parse(await (await ada.get('/v1/team')).json());
  const named = async (name: string): Promise<TeamMember | undefined> =>
    (await team()).members.find((member) => member.name === name);
  const codeOf = async (response: Response): Promise<string> => (await response.json()).error.code;
  const of = ({ member }: Device): string => `/v1/team/members/${member.id}`;

  it('lists everybody with role, teams, how many browsers they have and when they were seen', async () => {
    await createDevice(server, 'Ben');
    server.clock.now += 2 * 3_600_000;
    await ben.get('/v1/playbook');
    await server.invite('Cleo', 'founder');
    const { members, scoping } = await team();
    expect(scoping).toBe(false);
    expect(members).toMatchObject([
      { name: 'Ada', role: 'admin', teams: [], devices: 1, invitedUntil: null },
      { name: 'Ben', role: 'rep', devices: 2, lastSeenAt: server.clock.now },
      {
        name: 'Cleo',
        role: 'founder',
        devices: 0,
        lastSeenAt: null,
        invitedUntil: server.clock.now + 86_400_000,
      },
    ]);
  });

  it('a role and teams hold from the next request on', async () => {
    expect((await put(ada, of(ben), { role: 'founder', teams: ['South', 'North', 'South'] })).status).toBe(
      200,
    );
    expect((await ben.get('/v1/doubts')).status).toBe(200);
    const session = await authenticate(server.store, server.clock.now, ben.token);
    expect(session).toMatchObject({ member: { role: 'founder', teams: ['North', 'South'] } });
    await put(ada, of(ben), { teams: [] });
    expect(await named('Ben')).toMatchObject({ role: 'founder', teams: [] });
    expect(await codeOf(await put(ada, '/v1/team/members/nobody', { role: 'rep' }))).toBe('not-found');
    expect(await codeOf(await put(ada, of(ben), { role: 'king' }))).toBe('invalid');
  });

  it('somebody is removed as a whole: browsers and links; who they were stays', async () => {
    const second = await createDevice(server, 'Ben');
    const link = await server.invite('Ben');
    expect((await drop(ada, of(ben))).status).toBe(200);
    for (const device of [ben, second])
      expect(await codeOf(await device.get('/v1/playbook'))).toBe('device-revoked');
    expect((await server.send('/pair', { body: { code: link, device: 'Chrome' } })).status).toBe(410);
    expect(await named('Ben')).toMatchObject({ devices: 0, invitedUntil: null, role: 'rep' });
    expect(await codeOf(await drop(ada, of(ben)))).toBe('not-found');
  });

  it('the last admin stays one: not demoted, not removed, not by an invitation', async () => {
    const told = { code: 'invalid', message: 'Ada is the last admin.', mend: expect.any(String) };
    expect((await (await put(ada, of(ada), { role: 'rep' })).json()).error).toEqual(told);
    expect((await (await drop(ada, of(ada))).json()).error).toEqual(told);
    expect((await (await ada.post('/v1/invites', { name: 'Ada', role: 'rep' })).json()).error).toEqual(told);
    await expect(server.invite('Ada', 'rep')).rejects.toThrow('last admin');
    // Somebody who was only invited cannot let anybody in yet.
    await server.invite('Cleo', 'admin');
    expect((await drop(ada, of(ada))).status).toBe(422);
    await createDevice(server, 'Cleo');
    expect((await drop(ada, of(ada))).status).toBe(200);
  });

  it('of two admins who demote each other at the same moment, one stays', async () => {
    const cleo = await createDevice(server, 'Cleo', 'admin');
    const answers = await Promise.all([
      put(ada, of(cleo), { role: 'rep' }),
      put(cleo, of(ada), { role: 'rep' }),
    ]);
    const admins = await server.store.read((tx) =>
      tx.selectFrom('members').select('name').where('role', '=', 'admin').execute(),
    );
    expect(admins).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('an admin makes a link in the browser: at the public address, for a day, and takes it back', async () => {
    const asked = { name: 'Cleo', role: 'read-only', teams: ['North'] };
    const { code, publicUrl, expiresAt } = InviteAnswer.parse(
      await (await ada.post('/v1/invites', asked)).json(),
    );
    expect([publicUrl, expiresAt]).toEqual(['https://suki.example.com', server.clock.now + 86_400_000]);
    const cleo = await named('Cleo');
    expect(cleo).toMatchObject({ role: 'read-only', teams: ['North'] });
    expect((await drop(ada, `/v1/team/members/${cleo?.id}/invites`)).status).toBe(200);
    expect((await server.send('/pair', { body: { code, device: 'Chrome' } })).status).toBe(410);
    expect((await drop(ada, `/v1/team/members/${cleo?.id}/invites`)).status).toBe(404);
    expect(await codeOf(await ada.post('/v1/invites', { name: '  ' }))).toBe('invalid');
  });

  it('reps see the customers of their teams once that is switched on, and everybody’s once it is off', async () => {
    await put(ada, of(ben), { teams: ['South'] });
    await server.store.write((tx) =>
      tx
        .insertInto('customers')
        .values(
          ['North', 'Aria', 'North', null].map((name, i) => ({
            ...{ id: `c${i}`, seq: 1, profile: '{"name":"x"}', facts: '{}', timeline: '[]', events: 0 },
            ...{ fold_version: 1, gone: 0, owner: null, team: name, scope_seq: 0, due: null, gone_at: null },
          })),
        )
        .execute(),
    );
    for (const on of [true, true, false]) {
      expect((await put(ada, '/v1/team/scoping', { on })).status).toBe(200);
      expect(await team()).toMatchObject({ scoping: on, teams: ['Aria', 'North', 'South'] });
    }
  });

  it('whoever is signed out while they wait for a change gets none', async () => {
    const hello = await ben.post('/sync/hello', { clientId: ben.clientId, wire: WIRE.version });
    const { scopes } = HelloAnswer.parse(await hello.json());
    const pull = (cursor: string, wait = 0) =>
      ben.post('/sync/pull', { clientId: ben.clientId, epoch: ben.epoch, cursor, scopes, wait });
    const cursor = readPage(await (await pull('0')).text())?.head.cursor ?? '';
    const waiting = pull(cursor, 20_000);
    await new Promise((done) => setTimeout(done, 200));
    await drop(ada, `/devices/${ben.device}`);
    await ada.push([ada.creating('ana', 'ana@shop.example')]);
    expect(await codeOf(await waiting)).toBe('device-revoked');
  });

  it('[S83] whoever is signed out leaves a filter behind that is made anew with another key', async () => {
    const isRenewed = async () => (await server.store.read(readFilters)).renew;
    const settle = () =>
      server.store.write((tx) => tx.deleteFrom('meta').where('key', '=', 'filter_renew').execute());
    await put(ada, of(ben), { role: 'founder' });
    expect(await isRenewed()).toBe(false);
    await drop(ada, `/devices/${ben.device}`);
    expect(await isRenewed()).toBe(true);
    await settle();
    const again = await createDevice(server, 'Ben');
    await drop(ada, of(again));
    expect(await isRenewed()).toBe(true);
  });
});
