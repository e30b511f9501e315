import { beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '#server/env.ts';
import { createRateLimit, LIMITS } from '#server/http/rate-limit.ts';
import { remoteOf } from '#server/http/remote.ts';
import { createDevice, type Device, serverForTest, type TestServer } from './world.ts';

describe('what a device may ask for', () => {
  let server: TestServer;
  let mia: Device;
  beforeEach(async () => {
    // As in life, but for pairing: a thousand browsers are paired here.
    const pairing = { burst: 1e9, perSecond: 1e9 };
    server = await serverForTest('sqlite', undefined, undefined, { pairing });
    mia = await createDevice(server, 'Mia');
  });
  const statuses = async (
    n: number,
    ask: () => Promise<Response> | Response,
  ): Promise<Map<number, number>> => {
    const counts = new Map<number, number>();
    for (let i = 0; i < n; i += 1) {
      const { status } = await ask();
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    return counts;
  };

  it('[S57] has an end, which says how long to wait; then it goes on', async () => {
    const ask = () => mia.get('/v1/playbook');
    expect(await statuses(LIMITS.usual.burst, ask)).toEqual(new Map([[200, LIMITS.usual.burst]]));
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await refused.json()).error.code).toBe('too-many');
    server.clock.now += 1_000;
    expect((await statuses(40, ask)).get(200)).toBe(LIMITS.usual.perSecond);
  });

  it('is counted for each device alone', async () => {
    const ben = await createDevice(server, 'Ben');
    await statuses(LIMITS.usual.burst, () => mia.get('/v1/playbook'));
    expect((await mia.get('/v1/playbook')).status).toBe(429);
    expect((await ben.get('/v1/playbook')).status).toBe(200);
  });

  it('is spent by what is refused, too', async () => {
    const ben = await createDevice(server, 'Ben', 'rep');
    await statuses(LIMITS.usual.burst, () => ben.get('/v1/team'));
    expect((await ben.get('/v1/team')).status).toBe(429);
  });

  it('lets a first load of 100,000 customers through at full speed, four times in a row', async () => {
    const ask = () => mia.get('/sync/snapshot?limit=0');
    // Refused for its query only after it was counted.
    expect(await statuses(4 * 200, ask)).toEqual(new Map([[422, 800]]));
  });

  it('lets a thousand browsers push at once, and each of them what it has queued', async () => {
    const devices = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => createDevice(server, `Rep ${i}`)),
    );
    const answers = await Promise.all(
      devices.map((device, i) => device.push([device.creating(`c${i}`, `c${i}@shop.example`)])),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('a bucket', () => {
  it('fills again up to its burst, and never beyond', () => {
    const limit = createRateLimit({ burst: 2, perSecond: 0.5 });
    expect([limit('a', 0), limit('a', 0), limit('a', 0)]).toEqual([0, 0, 2]);
    expect([limit('a', 3_600_000), limit('a', 3_600_000), limit('a', 3_600_000)]).toEqual([0, 0, 2]);
  });

  it('takes nothing away when a clock goes back', () => {
    const limit = createRateLimit({ burst: 2, perSecond: 1 });
    expect([limit('a', 10_000), limit('a', 0), limit('a', 0)]).toEqual([0, 0, 1]);
  });
});

describe('who is at the other end', () => {
  const header = 'forged, 203.0.113.9, 10.0.0.2';
  it.each([
    ['without a proxy of ours the connection says it, whatever is claimed', 0, '10.0.0.1'],
    ['behind one proxy: whom it names last', 1, '10.0.0.2'],
    ['behind two: the one before', 2, '203.0.113.9'],
  ])('%s', (_, hops, remote) => {
    expect(remoteOf(hops, header, '10.0.0.1')).toBe(remote);
  });

  it('who comes past the proxies is who they are, as far as it can be told', () => {
    expect(remoteOf(2, undefined, '10.0.0.1')).toBe('10.0.0.1');
    expect(remoteOf(2, '198.51.100.7', '10.0.0.1')).toBe('198.51.100.7');
  });
});

describe('the settings', () => {
  it('take limits as so many at once and so many more each second', () => {
    expect(readEnv({ RATE_FIND: '5/0.5', TRUST_PROXY: '2', AUDIT_DAYS: '30' })).toMatchObject({
      RATE_FIND: { burst: 5, perSecond: 0.5 },
      TRUST_PROXY: 2,
      AUDIT_DAYS: 30,
    });
  });

  it.each(['5', '0/1', '5/0', '5/x', '-5/1'])('refuse %s as a limit, with how one looks', (text) => {
    expect(() => readEnv({ RATE_USUAL: text })).toThrow(/RATE_USUAL: must look like 300\/30/);
  });
});
