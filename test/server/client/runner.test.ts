import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSync, type SyncStatus } from '#lib/sync/runner.ts';
import type { Transport } from '#lib/sync/transport.ts';
import { createWaker, type Waker } from '#lib/sync/waker.ts';
import { revokeDevice } from '#server/auth/devices.ts';
import type { Browser } from './browser.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let mia: Browser;
let stop: AbortController;
let waker: Waker;
let seen: SyncStatus[];
let running: Promise<void>;

// Without the stream: what wakes the runner is the test alone.
const start = (live: Transport['live'] = () => new Promise(() => {})): void => {
  running = runSync({
    ...mia.deps(),
    now: () => Date.now(),
    transport: { ...mia.deps().transport, live },
    waker,
    random: () => 0.99,
    onStatus: (status) => seen.push(status),
    signal: stop.signal,
  });
};
const reaches = (state: SyncStatus['state']) =>
  vi.waitFor(() => expect(seen.at(-1)?.state).toBe(state), { timeout: 5_000, interval: 5 });

beforeEach(async () => {
  world = await createWorld('sqlite');
  mia = await world.browser('Mia');
  stop = new AbortController();
  seen = [];
  waker = createWaker((run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  });
});
afterEach(async () => {
  stop.abort();
  await running;
  await world.close();
});

const busy = (headers: Record<string, string>) =>
  Response.json({ error: { code: 'busy', message: 'one moment' } }, { status: 503, headers });

it('[S22] clicks do not shorten the pause that the server asked for', async () => {
  const asked: number[] = [];
  mia.line.fate = async () => {
    asked.push(performance.now());
    return asked.length === 1 ? busy({ 'retry-after': '1' }) : 'arrives';
  };
  start();
  await reaches('offline');
  for (let i = 0; i < 10; i += 1) {
    await mia.create(`c${i}`);
    waker.wake();
    await sleep(20);
  }
  expect(asked).toHaveLength(1);
  await reaches('online');
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThan(950);
  expect(await mia.queued()).toEqual([]);
});

it('[S22] a click does shorten a pause of our own', async () => {
  mia.line.next('/sync/', ...Array(5).fill('request-lost'));
  start();
  // The pauses alone would be 1, 2, 4, 8 and 16 s.
  for (let i = 0; i < 5; i += 1) {
    await vi.waitFor(() => expect(seen.filter(({ state }) => state === 'offline')).toHaveLength(i + 1));
    waker.wake();
  }
  await reaches('online');
});

it('[S22] a pause that the server asked for before the panel was opened is kept', async () => {
  const begun = Date.now();
  const asked: number[] = [];
  mia.line.fate = async () => {
    asked.push(Date.now());
    return 'arrives';
  };
  running = runSync({
    ...mia.deps(),
    now: () => Date.now(),
    ...{ waker, random: () => 0, onStatus: (status) => seen.push(status), signal: stop.signal },
    transport: { ...mia.deps().transport, live: () => new Promise(() => {}) },
    restUntil: begun + 500,
  });
  waker.wake();
  await reaches('online');
  expect((asked[0] ?? 0) - begun).toBeGreaterThanOrEqual(500);
});

it('[S28] what the runner has opened ends with it', async () => {
  let stream: AbortSignal | undefined;
  start((signal) => {
    stream = signal;
    return new Promise(() => {});
  });
  await reaches('online');
  expect(stream?.aborted).toBe(false);
  await revokeDevice(world.server.store, world.clock.now, mia.paired.device);
  waker.wake();
  await running;
  expect(stream?.aborted).toBe(true);
});

it('[S42] where no stream gets through, the device waits in the pull: theirs comes, and a click goes at once', {
  timeout: 30_000,
}, async () => {
  const waits: unknown[] = [];
  const { fetch } = mia.line;
  // As a browser does: who is called back is not answered.
  mia.line.fetch = (url, init) => {
    if (url.endsWith('/sync/pull')) waits.push((JSON.parse(String(init.body)) as { wait?: number }).wait);
    const called = new Promise<never>((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
    );
    return Promise.race([fetch(url, init), called]);
  };
  const ben = await world.browser('Ben');
  // A proxy that cuts each stream off.
  start(async () => ({ ok: true, value: new ReadableStream({ start: (it) => it.close() }) }));
  await vi.waitFor(() => expect(waits).toContain(25_000), { timeout: 20_000, interval: 20 });
  await ben.create('zoe');
  await ben.sync();
  const held = async () => (await mia.records()).map(({ id }) => id);
  await vi.waitFor(async () => expect(await held()).toContain('zoe'), { timeout: 5_000, interval: 20 });
  // In the middle of the next waiting.
  await sleep(500);
  expect(waits.at(-1)).toBe(25_000);
  await mia.create('ana');
  waker.wake();
  await vi.waitFor(async () => expect(await mia.acked()).toHaveLength(1), { timeout: 5_000, interval: 20 });
  expect(seen.filter(({ state }) => state === 'offline')).toEqual([]);
});

it('[S28] a device that is signed out ends the runner with a word', async () => {
  start();
  await reaches('online');
  await mia.create('ana');
  await revokeDevice(world.server.store, world.clock.now, mia.paired.device);
  waker.wake();
  await running;
  expect(seen.at(-1)).toEqual({ state: 'revoked' });
  expect(await mia.parked()).toMatchObject([{ code: 'revoked' }]);
  expect(await mia.records()).toEqual([]);
});

it('[S24] a server that was restored under an open panel is met without help', async () => {
  await world.backUp();
  start();
  await reaches('online');
  await mia.create('ana');
  waker.wake();
  await vi.waitFor(async () => expect(await mia.acked()).toHaveLength(1));
  await world.restore({ renew: true });
  waker.wake();
  await vi.waitFor(async () => {
    const rows = await mia.records();
    const stored = await world.server.store.read((tx) => tx.selectFrom('customers').selectAll().execute());
    expect([rows.length, stored.length]).toEqual([1, 1]);
  }, 5_000);
  await reaches('online');
  await world.expectInStep();
});
