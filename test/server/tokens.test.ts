import { beforeEach, describe, expect, it } from 'vitest';
import { TokenAnswer } from '#lib/contract/sync.ts';
import { DEVICE_IDLE_LIFE, TOKEN_LIFE } from '#server/auth/sessions.ts';
import { SAME_FOR } from '#server/auth/tokens.ts';
import { createDevice, type Device, serverForTest, strictEngines, type TestServer } from './world.ts';

const DAY = 86_400_000;
const PATH = '/devices/self/token';

describe.each(strictEngines)('a token on %s', (engine) => {
  let server: TestServer;
  let mia: Device;
  beforeEach(async () => {
    server = await serverForTest(engine);
    mia = await createDevice(server, 'Mia');
  });
  const ask = (token: string) => server.send(PATH, { token, method: 'POST' });
  const renew = async (token: string): Promise<TokenAnswer> =>
    TokenAnswer.parse(await (await ask(token)).json());
  const codeOf = async (token: string): Promise<string> => {
    const response = await server.send('/v1/playbook', { token });
    const code = response.ok ? 'in' : (await response.json()).error.code;
    expect([code, response.status]).toEqual([code, code === 'in' ? 200 : 401]);
    return code;
  };

  it('[S56] lasts 30 days', async () => {
    server.clock.now += TOKEN_LIFE;
    expect(await codeOf(mia.token)).toBe('in');
    server.clock.now += 1;
    expect(await codeOf(mia.token)).toBe('token-expired');
  });

  it('[S56] that was given before tokens had an end, ends 30 days after the update', async () => {
    await server.store.write((tx) => tx.updateTable('devices').set({ token_until: null }).execute());
    server.clock.now += TOKEN_LIFE;
    expect(await codeOf(mia.token)).toBe('in');
    server.clock.now += 1;
    expect(await codeOf(mia.token)).toBe('token-expired');
    expect(await codeOf((await renew(mia.token)).token)).toBe('in');
  });

  it('[S56] works until the new one is used for the first time, and is nobody’s then', async () => {
    server.clock.now += 25 * DAY;
    const { token, tokenUntil } = await renew(mia.token);
    expect(tokenUntil).toBe(server.clock.now + TOKEN_LIFE);
    expect(token).not.toBe(mia.token);
    expect(await codeOf(mia.token)).toBe('in');
    expect(await codeOf(token)).toBe('in');
    expect(await codeOf(mia.token)).toBe('unauthorised');
    server.clock.now = tokenUntil + 1;
    expect(await codeOf(token)).toBe('token-expired');
  });

  it('[S20] that has ended is good for one thing, to get a new one, for 180 days', async () => {
    server.clock.now += DEVICE_IDLE_LIFE;
    expect(await codeOf(mia.token)).toBe('token-expired');
    const { token } = await renew(mia.token);
    expect(await codeOf(token)).toBe('in');
    server.clock.now += DEVICE_IDLE_LIFE + 1;
    expect(await codeOf(token)).toBe('unauthorised');
    expect((await (await ask(token)).json()).error.code).toBe('unauthorised');
  });

  it('asked for again before it was used, is a new one again', async () => {
    const first = await renew(mia.token);
    server.clock.now += SAME_FOR;
    const second = await renew(mia.token);
    expect(second.token).not.toBe(first.token);
    expect(await codeOf(first.token)).toBe('unauthorised');
    expect(await codeOf(second.token)).toBe('in');
  });

  it('of several pages that ask at the same moment, whichever answer is kept, works', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => renew(mia.token)));
    server.clock.now += 30_000;
    const late = await renew(mia.token);
    expect(new Set([...answers, late].map(({ token }) => token)).size).toBe(1);
    expect(await codeOf(mia.token)).toBe('in');
    const used = await Promise.all([late, ...answers].map(({ token }) => codeOf(token)));
    expect(new Set(used)).toEqual(new Set(['in']));
  });

  it('is renewed while the new one is being used: one of them works in the end', async () => {
    const { token } = await renew(mia.token);
    const [mine, theirs] = await Promise.all([codeOf(token), ask(mia.token)]);
    expect(mine).toBe('in');
    // Whoever came second is told that the old token is nobody's, and has the new one already.
    expect([200, 401]).toContain(theirs.status);
    expect(await codeOf(token)).toBe('in');
    expect(await codeOf(mia.token)).toBe('unauthorised');
  });

  it('new, is used for the first time by asking for the next', async () => {
    const first = await renew(mia.token);
    const second = await renew(first.token);
    expect(second.token).not.toBe(first.token);
    expect(await codeOf(mia.token)).toBe('unauthorised');
    expect(await codeOf(first.token)).toBe('in');
    expect(await codeOf(second.token)).toBe('in');
    expect(await codeOf(first.token)).toBe('unauthorised');
  });

  it('of a device that was signed out is known as such, the old and the new', async () => {
    const { token } = await renew(mia.token);
    const admin = await createDevice(server, 'Ada', 'admin');
    await server.send(`/devices/${mia.device}`, { token: admin.token, method: 'DELETE' });
    for (const one of [mia.token, token]) {
      expect(await codeOf(one)).toBe('device-revoked');
      expect((await (await ask(one)).json()).error.code).toBe('device-revoked');
    }
  });

  it('is in the store as a hash only, and so is the new one', async () => {
    const { token } = await renew(mia.token);
    const rows = await server.store.read(async (tx) => [
      ...(await tx.selectFrom('devices').selectAll().execute()),
      ...(await tx.selectFrom('meta').selectAll().execute()),
      ...(await tx.selectFrom('audit').selectAll().execute()),
    ]);
    const text = JSON.stringify(rows);
    expect(text).not.toContain(mia.token);
    expect(text).not.toContain(token);
  });
});
