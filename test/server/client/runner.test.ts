import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runSync, type SyncStatus } from '#lib/sync/runner.ts';
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

const start = (): void => {
  running = runSync({
    ...mia.deps(),
    // Without the stream: what wakes the runner here is the test alone.
    transport: { ...mia.deps().transport, live: () => new Promise(() => {}) },
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

it('[S20] a device that is signed out ends the runner with a word', async () => {
  start();
  await reaches('online');
  await mia.create('ana');
  await revokeDevice(world.server.store, world.clock.now, mia.paired.device);
  waker.wake();
  await running;
  expect(seen.at(-1)).toEqual({ state: 'signed-out' });
  expect(await mia.queued()).toHaveLength(1);
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
