import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '#lib/contract/sync.ts';
import { TOKEN_LIFE } from '#server/auth/sessions.ts';
import { may, type Rule } from '#server/http/may.ts';
import { createDevice, serverForTest, type TestServer } from './world.ts';

const ROLES: Member['role'][] = ['admin', 'founder', 'rep', 'read-only'];
const NOTHING_LIMITS = { burst: 1e9, perSecond: 1e9 };
const open = {
  usual: NOTHING_LIMITS,
  snapshot: NOTHING_LIMITS,
  find: NOTHING_LIMITS,
  pairing: NOTHING_LIMITS,
};

const rules: [string, Rule][] = Object.entries(may);
const signedIn = rules.filter(([, { who }]) => Array.isArray(who));

/** Who may do what is asked of each route as it is served, whatever the body says. */
describe('each route', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await serverForTest('sqlite', undefined, undefined, open);
    await createDevice(server, 'First', 'admin');
  });
  const call = async (route: string, token?: string) => {
    const [method = '', path = ''] = route.split(' ');
    const response = await server.send(path.replace(/:\w+/g, 'nobody-at-all'), {
      method,
      ...(token !== undefined && { token }),
      ...((method === 'POST' || method === 'PUT') && { body: {} }),
    });
    if (response.headers.get('content-type')?.includes('event-stream')) {
      await response.body?.cancel();
      return { status: response.status, code: 'ok' };
    }
    const code = response.ok ? 'ok' : (await response.json()).error.code;
    return { status: response.status, code };
  };

  it('is in the table, and nothing else is', () => {
    const served = server.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(served)].sort()).toEqual(rules.map(([route]) => route).sort());
  });

  it.each(signedIn)('%s lets in those whom the table names, and nobody else', async (route, { who }) => {
    for (const role of ROLES) {
      const device = await createDevice(server, `A ${role} ${randomUUID()}`, role);
      const { status, code } = await call(route, device.token);
      if (who.includes(role)) expect([401, 403, 429, 500]).not.toContain(status);
      else expect([status, code]).toEqual([403, 'forbidden']);
    }
  });

  it.each(signedIn)('%s tells why somebody is not signed in', async (route) => {
    const out = await createDevice(server, 'Eve', 'admin');
    const ended = await createDevice(server, 'Ada', 'admin');
    await server.send('/devices/self', { token: out.token, method: 'DELETE' });
    server.clock.now += TOKEN_LIFE + 1;
    const refused = { status: 401, code: 'unauthorised' };
    expect(await call(route)).toEqual(refused);
    expect(await call(route, 'x'.repeat(43))).toEqual(refused);
    expect(await call(route, server.controlToken)).toEqual(refused);
    expect(await call(route, ended.token)).toEqual({ status: 401, code: 'token-expired' });
    expect(await call(route, out.token)).toEqual({ status: 401, code: 'device-revoked' });
  });

  it.each(rules.filter(([, { who }]) => who === 'operator'))(
    '%s is for the command line alone',
    async (route) => {
      const admin = await createDevice(server, 'Ada', 'admin');
      const refused = { status: 401, code: 'unauthorised' };
      expect(await call(route)).toEqual(refused);
      expect(await call(route, admin.token)).toEqual(refused);
      expect([401, 403]).not.toContain((await call(route, server.controlToken)).status);
    },
  );

  it.each(rules.filter(([, { who }]) => who === 'renewing'))(
    '%s is for a token that is or was good, of whatever role',
    async (route) => {
      expect(await call(route)).toEqual({ status: 401, code: 'unauthorised' });
      expect(await call(route, 'x'.repeat(43))).toEqual({ status: 401, code: 'unauthorised' });
      for (const role of ROLES) {
        const device = await createDevice(server, `A ${role}`, role);
        expect((await call(route, device.token)).status).toBe(200);
        server.clock.now += TOKEN_LIFE + 1;
        expect((await call(route, device.token)).status).toBe(200);
        await server.send(`/devices/${device.device}`, {
          token: (await createDevice(server, `Admin after ${role}`, 'admin')).token,
          method: 'DELETE',
        });
        expect(await call(route, device.token)).toEqual({ status: 401, code: 'device-revoked' });
      }
    },
  );

  it('is either open, or the operator’s, or a device’s: there is no fourth kind', () => {
    const known = rules.filter(
      ([, { who }]) =>
        ['anybody', 'operator', 'renewing'].includes(`${who}`) || (Array.isArray(who) && who.length > 0),
    );
    expect(known).toHaveLength(rules.length);
  });

  it.each(rules.filter(([, { who }]) => who === 'anybody'))('%s asks for no token', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const response = await server.send(path.replace(':code', 'abcdefgh'), {
      method,
      ...(method === 'POST' && { body: {} }),
    });
    expect([401, 403]).not.toContain(response.status);
  });
});
