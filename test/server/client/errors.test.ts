import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientId } from '#lib/cache/client.ts';
import { retryParked } from '#lib/cache/outbox.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { revokeDevice } from '#server/auth/devices.ts';
import { engines } from '../world.ts';
import type { Browser } from './browser.ts';
import { createWorld, type World } from './world.ts';

const ANA = 'ana@shop.example';

describe.each(engines)('what the client does about an error of a server on %s', (engine) => {
  let world: World;
  let mia: Browser;
  beforeEach(async () => {
    world = await createWorld(engine);
    mia = await world.browser('Mia');
    await mia.create('ana');
    await mia.sync();
  });
  afterEach(() => world.close());

  const revoke = () => revokeDevice(world.server.store, world.clock.now, mia.paired.device);

  it('[S28] a device that was signed out forgets the customers and parks its clicks, which go out once it is paired again', async () => {
    const click = await mia.complain('ana');
    await revoke();
    const { length } = mia.line.sent;
    for (let i = 0; i < 3; i += 1)
      expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'device-revoked', status: 401 } });
    expect(mia.line.sent.slice(length).map(({ path }) => path)).toEqual(Array(3).fill('/sync/hello'));
    expect(await mia.records()).toEqual([]);
    expect(await mia.timeline(ANA)).toBeNull();
    expect(await mia.parked()).toMatchObject([{ id: click, code: 'revoked' }]);
    mia.use(await world.pair('Mia'));
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 0 });
    await retryParked(mia.outbox(), click);
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect((await world.recorded()).size).toBe(1);
    await world.expectInStep();
  });

  it('[S28] signed out between the greeting and the push, nothing is lost either', async () => {
    const click = await mia.complain('ana');
    mia.line.fate = async (path) => {
      if (path === '/sync/push') await revoke();
      return 'arrives';
    };
    expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'device-revoked' } });
    expect(await mia.parked()).toMatchObject([{ id: click, code: 'revoked' }]);
    expect(await mia.records()).toEqual([]);
  });

  it('[S20] a token that nobody knows keeps the clicks, and they go out once the browser is paired again', async () => {
    const click = await mia.complain('ana');
    mia.use({ ...mia.paired, token: 'x'.repeat(43) });
    expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'unauthorised' } });
    expect(await mia.queued()).toMatchObject([{ id: click }]);
    expect(await mia.timeline(ANA)).toContain(click);
    mia.use(await world.pair('Mia'));
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    await world.expectInStep();
  });

  it('[S20] [S56] a token is renewed when it is over, and well before', async () => {
    const first = mia.token();
    world.clock.now += 21 * DAY;
    expect(await mia.sync()).toMatchObject({ ok: true });
    const second = mia.token();
    expect(second).not.toBe(first);
    world.clock.now += 31 * DAY;
    const click = await mia.complain('ana');
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(mia.token()).not.toBe(second);
    expect((await world.recorded()).get(click)).toBe(1);
    await world.expectInStep();
  });

  it('[S56] an answer with the new token that is lost costs nothing: the old one goes on', async () => {
    world.clock.now += 31 * DAY;
    mia.line.next('/devices/self/token', 'answer-lost', 'answer-lost');
    for (let i = 0; i < 2; i += 1)
      expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'network' } });
    expect(await mia.sync()).toMatchObject({ ok: true });
  });

  it('[S17] a colleague was faster: nothing is overwritten, and the rep has the last word', async () => {
    const ben = await world.browser('Ben');
    await ben.sync();
    const lost = await mia.assign('ana', { owner: ben.paired.member.id, team: null });
    await ben.assign('ana', { owner: null, team: 'Poland' });
    await ben.sync();
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    const base = { owner: null, team: 'Poland' };
    expect(await mia.parked()).toMatchObject([
      { id: lost, code: 'conflict', theirs: { what: 'assignment', base } },
    ]);
    expect((await mia.records())[0]?.profile).toMatchObject({ team: 'Poland' });
    await retryParked(mia.outbox(), lost);
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect(await mia.parked()).toEqual([]);
    expect((await mia.records())[0]?.profile).toMatchObject({ owner: ben.paired.member.id });
    await ben.sync();
    await world.expectInStep();
  });

  it('[S21] a server that no longer speaks our language leaves the outbox as it is', async () => {
    const click = await mia.complain('ana');
    const error = { code: 'upgrade-required', message: 'too old' };
    mia.line.next('/sync/hello', Response.json({ error }, { status: 426 }));
    expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'upgrade-required' } });
    expect(await mia.queued()).toMatchObject([{ id: click }]);
  });

  it('[S22] a busy server says how long to stay away, and the batch goes again as it was', async () => {
    const click = await mia.complain('ana');
    const busy = Response.json(
      { error: { code: 'busy', message: 'one moment' } },
      { status: 503, headers: { 'retry-after': '7' } },
    );
    mia.line.next('/sync/push', busy, new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'busy', retryAfter: 7_000 } });
    expect(await mia.sync()).toMatchObject({ ok: false, error: { code: 'unavailable', retryAfter: null } });
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect((await world.recorded()).get(click)).toBe(1);
  });

  it('[S26] paired as somebody else, what was made before is parked and never sent in their name', async () => {
    const sent = await mia.complain('ana', 'sent');
    await mia.sync();
    const unsent = await mia.complain('ana', 'unsent');
    const before = await clientId(mia.outbox());
    mia.use(await world.pair('Ben', 'rep'));
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 0 });
    expect(await mia.parked()).toMatchObject([{ id: unsent, code: 'other-account' }]);
    expect(await clientId(mia.outbox())).not.toBe(before);
    const click = await mia.complain('ana', 'by Ben');
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect([...(await world.recorded()).keys()].sort()).toEqual([sent, click].sort());
    await world.expectInStep();
  });

  it('[S26] [S24] paired with another server, nothing of this one reaches it', async () => {
    const other = await createWorld(engine);
    const far = await other.browser('Mia');
    await far.create('zoe');
    await far.sync();
    const unsent = await mia.complain('ana');
    // The same browser goes on at the other server: its databases stay, where the requests go is new.
    await far.remove();
    const { request } = other.server.app;
    mia.line.fetch = async (url, init) => request(new URL(url).pathname + new URL(url).search, init);
    mia.use(await other.pair('Mia'));
    expect(await mia.sync()).toMatchObject({ ok: true, pushed: 0 });
    expect((await mia.records()).map((record) => record.id)).toEqual(['zoe']);
    expect(await mia.parked()).toMatchObject([{ id: unsent, code: 'other-account' }]);
    expect(await mia.acked()).toEqual([]);
    expect((await other.recorded()).size).toBe(0);
    await other.close();
  });

  it('[S23] two members with copies of one profile are told apart', async () => {
    const twin = await world.copy(mia);
    await mia.complain('ana', 'here');
    const click = await twin.complain('ana', 'there');
    twin.use(await world.pair('Ben', 'rep'));
    await mia.sync();
    expect(await twin.sync()).toMatchObject({ ok: true });
    expect(await twin.parked()).toMatchObject([{ id: click, code: 'other-account' }]);
    const theirs = await twin.complain('ana', 'by Ben');
    expect(await twin.sync()).toMatchObject({ ok: true, pushed: 1 });
    expect((await world.recorded()).get(theirs)).toBe(1);
  });

  it('[S27] a fault of the databases ends an exchange with a word, and the next one makes it good', async () => {
    const click = await mia.complain('ana');
    let steps = 0;
    for (let result = null as Awaited<ReturnType<Browser['sync']>> | null; !result?.ok; steps += 1) {
      mia.life.dieIn(steps);
      result = await mia.sync();
      if (!result.ok) expect(['storage', 'network']).toContain(result.error.code);
      mia.restart();
      // A look that is interrupted at each of its steps in turn never loses sight of the click.
      expect(await mia.timeline(ANA)).toContain(click);
    }
    expect(steps).toBeGreaterThan(10);
    expect((await world.recorded()).get(click)).toBe(1);
    await world.expectInStep();
  });
});

describe('a server that was restored from a copy of its file', () => {
  let world: World;
  let mia: Browser;
  let ben: Browser;
  beforeEach(async () => {
    world = await createWorld('sqlite');
    mia = await world.browser('Mia');
    ben = await world.browser('Ben');
    await mia.create('ana');
    await mia.sync();
    await ben.sync();
  });
  afterEach(() => world.close());

  it.each([
    ['[S24] with a new epoch', true],
    ['[S25] without one', false],
  ])('%s gets what it lost again from the devices, once', async (_, renew) => {
    const kept = await mia.complain('ana', 'in the copy');
    await mia.sync();
    await world.backUp();
    world.clock.now += 1_000;
    const lost = await mia.complain('ana', 'not in the copy');
    const undone = await mia.complain('ana', 'undone');
    await mia.create('zoe');
    await mia.undo('ana', undone);
    await mia.sync();
    const theirs = await ben.complain('zoe', 'by Ben');
    await ben.sync();
    await world.restore({ renew });
    const fresh = await mia.complain('ana', 'after the restore');
    for (let i = 0; i < 3; i += 1) {
      await mia.sync();
      await ben.sync();
    }
    const recorded = await world.recorded();
    for (const id of [kept, lost, fresh, theirs]) expect(recorded.get(id)).toBe(1);
    expect(recorded.size).toBe(4);
    expect([await mia.parked(), await ben.parked(), await mia.queued(), await ben.queued()]).toEqual(
      Array(4).fill([]),
    );
    await world.expectInStep();
  });

  it('[S25] notices by its own number, although others have brought the head past the cursor', async () => {
    await world.backUp();
    const lost = await mia.complain('ana', 'lost');
    await mia.create('gone');
    await mia.sync();
    await world.restore({ renew: false });
    for (let i = 0; i < 5; i += 1) await ben.complain('ana', `${i}`);
    await ben.sync();
    for (let i = 0; i < 2; i += 1) {
      await mia.sync();
      await ben.sync();
    }
    expect((await world.recorded()).get(lost)).toBe(1);
    await world.expectInStep();
  });

  it('[S24] restored in the middle of a snapshot or a pull, the two histories are not mixed', async () => {
    await mia.create('only-before');
    await mia.sync();
    await world.backUp();
    await ben.create('lost-by-ben');
    await ben.sync();
    await ben.remove();
    world.browsers.splice(1);
    const late = await world.browser('Cara');
    // The tokens of devices that were paired after the copy are not in it.
    await world.backUp();
    let restored = false;
    late.line.fate = async (path) => {
      if (path === '/sync/snapshot' && !restored) {
        restored = true;
        await world.restore({ renew: true });
      }
      return 'arrives';
    };
    expect(await late.sync()).toMatchObject({ ok: false, error: { code: 'epoch-changed' } });
    expect(await late.records()).toEqual([]);
    expect(await late.sync()).toMatchObject({ ok: true });
    restored = false;
    late.line.fate = async (path) => {
      if (path === '/sync/pull' && !restored) {
        restored = true;
        await world.restore({ renew: true });
      }
      return 'arrives';
    };
    expect(await late.sync()).toMatchObject({ ok: false, error: { code: 'epoch-changed' } });
    await late.sync();
    await mia.sync();
    await world.expectInStep();
  });
});
