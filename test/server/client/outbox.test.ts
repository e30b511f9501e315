import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resetCache } from '#lib/cache/cache.ts';
import { clientId } from '#lib/cache/client.ts';
import { readRecord } from '#lib/cache/find.ts';
import { engines } from '../world.ts';
import type { Browser } from './browser.ts';
import { createWorld, type World } from './world.ts';

const ANA = 'ana@shop.example';

describe.each(engines)('the outbox against a server on %s', (engine) => {
  let world: World;
  let mia: Browser;
  beforeEach(async () => {
    world = await createWorld(engine);
    mia = await world.browser('Mia');
    await mia.create('ana');
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
  });
  afterEach(() => world.close());

  const pushes = (browser: Browser) => browser.line.sent.filter(({ path }) => path === '/sync/push');
  const ids = ({ body }: { body: string }) =>
    (JSON.parse(body) as { mutations: { id: string; mid: number }[] }).mutations;

  it('[S1] a click needs no network, shows at once, and reaches the server when there is one', async () => {
    mia.line.fate = async () => 'request-lost';
    const click = await mia.complain('ana');
    expect(await mia.timeline(ANA)).toContain(click);
    expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'network' } });
    mia.line.fate = async () => 'arrives';
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect((await world.recorded()).get(click)).toBe(1);
    await world.expectInStep();
  });

  it('[S1] [S2] a click is still there after a restart, and every try sends the same bytes', async () => {
    await mia.complain('ana');
    mia.line.next('/sync/push', 'answer-lost');
    await mia.sync();
    mia.restart();
    world.clock.now += 60_000;
    await mia.sync();
    const [first, second] = pushes(mia).slice(-2).map(ids);
    expect(first).toEqual(second);
    expect(await mia.queued()).toEqual([]);
  });

  it('[S3] what the browser lost with its database comes back from the mirror, and is recorded once', async () => {
    const answered = await mia.complain('ana', 'answered');
    mia.line.next('/sync/push', 'answer-lost');
    await mia.sync();
    world.clock.now += 1_000;
    const unsent = await mia.complain('ana', 'unsent');
    await mia.dbs.outbox.mutations.clear();
    await mia.dbs.outbox.client.clear();
    mia.restart();
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 2 });
    const recorded = await world.recorded();
    expect([recorded.get(answered), recorded.get(unsent)]).toEqual([1, 1]);
    expect(mia.rows.rows.size).toBe(0);
  });

  it('[S4] what was acknowledged stays for seven days and then goes; what waits stays', async () => {
    await mia.complain('ana');
    await mia.sync();
    expect(await mia.acked()).toHaveLength(2);
    world.clock.now += 8 * 86_400_000;
    mia.line.next('/sync/push', 'request-lost');
    await mia.complain('ana');
    await mia.sync();
    expect(await mia.acked()).toEqual([]);
    expect(await mia.queued()).toHaveLength(1);
  });

  it('[S5] [S11] an answer that is lost, doubled or late never makes two of one click', async () => {
    const clicks: string[] = [];
    for (const fate of ['answer-lost', 'doubled', 'late', 'request-lost', 'late', 'answer-lost'] as const) {
      world.clock.now += 1_000;
      clicks.push(await mia.complain('ana', fate));
      mia.line.next('/sync/push', fate);
      await mia.sync();
    }
    await mia.sync();
    await mia.line.deliver();
    expect(await mia.sync()).toMatchObject({ ok: true });
    const recorded = await world.recorded();
    expect(clicks.map((id) => recorded.get(id))).toEqual(clicks.map(() => 1));
    expect(recorded.size).toBe(clicks.length);
    expect(await mia.queued()).toEqual([]);
    expect(await mia.parked()).toEqual([]);
    await world.expectInStep();
  });

  it('[S12] [S23] of a copied profile nothing is swallowed: both copies and what they have in common', async () => {
    const common = await mia.complain('ana', 'before the copy');
    const twin = await world.copy(mia);
    const own = [await mia.complain('ana', 'here'), await mia.complain('ana', 'here too')];
    const theirs = [await twin.complain('ana', 'there'), await twin.complain('ana', 'there too')];
    for (const browser of [mia, twin, mia, twin]) {
      expect(await browser.sync()).toMatchObject({ ok: true });
    }
    const recorded = await world.recorded();
    for (const id of [common, ...own, ...theirs]) expect(recorded.get(id)).toBe(1);
    expect(recorded.size).toBe(5);
    expect(await clientId(twin.outbox())).not.toBe(await clientId(mia.outbox()));
    await world.expectInStep();
  });

  it('[S13] what is refused is parked with its reason, and the ones behind it go on', async () => {
    const before = await mia.complain('ana');
    const refused = await mia.complain('nobody');
    const after = await mia.complain('ana');
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 3 });
    expect(await mia.parked()).toMatchObject([{ id: refused, code: 'unknown-customer' }]);
    const recorded = await world.recorded();
    expect([before, refused, after].map((id) => recorded.get(id))).toEqual([1, undefined, 1]);
  });

  it('[S14] a batch that is too large is halved until it fits', async () => {
    // 100 notes in letters of three bytes are more than the server takes at once, and what a proxy takes is less.
    const clicks: string[] = [];
    for (let i = 0; i < 100; i += 1) clicks.push(await mia.complain('ana', '語'.repeat(1_300)));
    mia.line.fate = async (_, size) =>
      size > 60_000 ? new Response('<h1>413 Request Entity Too Large</h1>', { status: 413 }) : 'arrives';
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 100 });
    const recorded = await world.recorded();
    expect(clicks.every((id) => recorded.get(id) === 1)).toBe(true);
    expect(pushes(mia).every(({ status }) => status === 200)).toBe(true);
  });

  it('[S14] one that is too large alone is parked, and the ones behind it go on', async () => {
    const large = await mia.complain('ana', 'x'.repeat(300_000));
    const small = await mia.complain('ana');
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(await mia.parked()).toMatchObject([{ id: large, code: 'invalid' }]);
    expect((await world.recorded()).get(small)).toBe(1);
  });

  it('[S15] [S34] a click shows without a gap from the moment it is made until the pull has brought it', async () => {
    const click = await mia.complain('ana');
    const seen: (string[] | null)[] = [];
    let watching = true;
    const watch = (async () => {
      while (watching) seen.push(await mia.timeline(ANA));
    })();
    mia.line.fate = async (path) => {
      if (path === '/sync/pull') {
        // Acknowledged by now, and the cursor has not moved.
        expect(await mia.acked()).toMatchObject([{}, { id: click }]);
        expect(await mia.timeline(ANA)).toContain(click);
      }
      return 'arrives';
    };
    await mia.sync();
    watching = false;
    await watch;
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((timeline) => timeline?.filter((id) => id === click).length !== 1)).toEqual([]);
  });

  it('[S15] an acknowledgement outlives a pull that fails, and a cache that is loaded anew', async () => {
    const click = await mia.complain('ana');
    mia.line.next('/sync/pull', 'answer-lost');
    expect(await mia.sync()).toMatchObject({ ok: false });
    expect(await mia.queued()).toEqual([]);
    expect(await mia.timeline(ANA)).toContain(click);
    await mia.sync();
    const record = await readRecord(mia.dbs.cache, 'ana');
    await resetCache(mia.dbs.cache);
    mia.line.next('/sync/pull', 'request-lost');
    await mia.sync();
    expect(await readRecord(mia.dbs.cache, 'ana')).toEqual(record);
    expect((await mia.timeline(ANA))?.filter((id) => id === click)).toHaveLength(1);
  });
});

it('[S10] 2,000 clicks made offline reach the server in twenty pushes', { timeout: 120_000 }, async () => {
  const world = await createWorld('sqlite');
  const mia = await world.browser('Mia');
  await mia.create('ana');
  for (let i = 1; i < 2_000; i += 1) await mia.complain('ana', `${i}`);
  expect(await mia.sync()).toMatchObject({ ok: true, pushed: 2_000 });
  expect((await world.recorded()).size).toBe(1_999);
  expect(mia.line.sent.filter(({ path }) => path === '/sync/push')).toHaveLength(20);
  await world.expectInStep();
  await world.close();
});
