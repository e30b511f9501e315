import { beforeEach, describe, expect, it } from 'vitest';
import { PAIRING_LIFE, revokePairing } from '#server/auth/pairing.ts';
import { createDevice, engines, START, serverForTest, type TestServer } from './world.ts';

describe.each(engines)('pairing on %s', (engine) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await serverForTest(engine);
  });
  const pair = async (code: string) => {
    const response = await server.send('/pair', { body: { code, device: 'Chrome' } });
    return { status: response.status, body: await response.json() };
  };

  it('a code works once', async () => {
    const code = await server.invite('Mia');
    expect((await pair(code)).status).toBe(200);
    expect(await pair(code)).toMatchObject({ status: 409, body: { error: { code: 'pairing-used' } } });
  });

  it('of two devices with one code at the same moment, one wins', async () => {
    const code = await server.invite('Mia');
    const answers = await Promise.all([pair(code), pair(code), pair(code), pair(code)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('a code expires after a day', async () => {
    const code = await server.invite('Mia');
    server.clock.now += PAIRING_LIFE;
    expect(await pair(code)).toMatchObject({ status: 410, body: { error: { code: 'pairing-expired' } } });
  });

  it('a revoked code is worthless, an unknown one too', async () => {
    const code = await server.invite('Mia');
    expect(await revokePairing(server.store, server.clock.now, code)).toBe(true);
    expect((await pair(code)).status).toBe(410);
    expect(await pair('no-such-code-at-all')).toMatchObject({
      status: 404,
      body: { error: { code: 'pairing-unknown' } },
    });
  });

  it('opening the link in a tab explains it, and does not use it up', async () => {
    const code = await server.invite('Mia');
    const page = await server.send(`/pair/${code}`);
    const html = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    // It cannot know how others reach it: a proxy in front changes scheme, host and path.
    expect(html).not.toMatch(/<script|https?:/);
    expect(html).toContain('address bar');
    expect((await server.send('/pair/%3Cscript%3Ealert(1)%3C%2Fscript%3E')).status).toBe(404);
    expect((await pair(code)).status).toBe(200);
  });

  it('the page of a link shows it as others reach it, when the operator said how', async () => {
    const publicUrl = 'https://suki.example.com/team';
    const known = await serverForTest(engine, { now: START }, publicUrl);
    const code = await known.invite('Mia');
    const html = await (await known.send(`/pair/${code}`)).text();
    expect(html).toContain(`value="${publicUrl}/pair/${code}"`);
  });

  it('the first member is admin, the next are reps, and one name is one member', async () => {
    const first = await createDevice(server, 'Mia');
    const second = await createDevice(server, 'Ben');
    const again = await createDevice(server, 'Mia');
    expect(first.member.role).toBe('admin');
    expect(second.member.role).toBe('rep');
    expect(again.member.id).toBe(first.member.id);
  });

  it('a name in other letters is still the same member’s', async () => {
    const first = await pair(await server.invite('Mia Łuczak'));
    const second = await pair(await server.invite('mia łuczak'));
    const other = await pair(await server.invite('Mia Luczak'));
    expect(second.body.member).toEqual(first.body.member);
    expect(other.body.member.id).not.toBe(first.body.member.id);
  });

  it('guessing is slowed down, for each remote alone', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) statuses.push((await pair(`guess-number-${i}`)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(404));
    expect(statuses.slice(10)).toEqual([429, 429]);
    server.remote.address = '192.0.2.2';
    expect((await pair('guess-number-13')).status).toBe(404);
    server.remote.address = '192.0.2.1';
    server.clock.now += 6_000;
    expect((await pair('guess-number-14')).status).toBe(404);
  });

  it('without a token, with a wrong one, or after it was revoked there is nothing to see', async () => {
    const admin = await createDevice(server, 'Mia');
    server.clock.now += 1;
    const ben = await createDevice(server, 'Ben');
    for (const path of ['/sync/snapshot', '/sync/digest', '/customers/ana', '/devices', '/sync/live']) {
      expect((await server.send(path)).status).toBe(401);
      expect((await server.send(path, { token: 'x'.repeat(43) })).status).toBe(401);
    }
    expect((await ben.get('/devices')).status).toBe(403);
    const { devices } = await (await admin.get('/devices')).json();
    expect(devices.map((device: { member: string }) => device.member)).toEqual(['Mia', 'Ben']);
    expect((await server.send(`/devices/${ben.device}`, { token: ben.token, method: 'DELETE' })).status).toBe(
      403,
    );
    expect(
      (await server.send(`/devices/${ben.device}`, { token: admin.token, method: 'DELETE' })).status,
    ).toBe(200);
    expect((await ben.get('/v1/playbook')).status).toBe(401);
    expect((await admin.get('/v1/playbook')).status).toBe(200);
  });

  it('a device of any role signs itself out, and nobody else', async () => {
    const mia = await createDevice(server, 'Mia');
    const eve = await createDevice(server, 'Eve', 'read-only');
    expect((await server.send('/devices/self', { method: 'DELETE' })).status).toBe(401);
    expect((await server.send('/devices/self', { token: eve.token, method: 'DELETE' })).status).toBe(200);
    expect((await eve.get('/v1/playbook')).status).toBe(401);
    expect((await mia.get('/v1/playbook')).status).toBe(200);
  });

  it('the live stream of a revoked device ends within seconds', async () => {
    const mia = await createDevice(server, 'Mia');
    const live = await mia.get('/sync/live');
    expect((await server.send('/devices/self', { token: mia.token, method: 'DELETE' })).status).toBe(200);
    expect(await live.text()).toBe(': hello\n\n');
  }, 8_000);

  it('neither codes nor tokens are in the store', async () => {
    const code = await server.invite('Mia');
    const { body } = await pair(code);
    const rows = await server.store.read(async (tx) => [
      ...(await tx.selectFrom('pairings').selectAll().execute()),
      ...(await tx.selectFrom('devices').selectAll().execute()),
    ]);
    const text = JSON.stringify(rows);
    expect(text).not.toContain(code);
    expect(text).not.toContain(body.token);
  });
});
