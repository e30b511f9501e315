import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PairAnswer } from '#lib/contract/sync.ts';
import { forgetAll } from '#lib/sync/revoked.ts';
import { runSync, type SyncStatus } from '#lib/sync/runner.ts';
import { createTransport } from '#lib/sync/transport.ts';
import { createWaker } from '#lib/sync/waker.ts';
import { createLog } from '#server/log.ts';
import { type Serving, serve } from '#server/serve.ts';
import { type Browser, createBrowser } from './browser.ts';

let dataDir: string;
let server: Serving;
let stop: AbortController;
let browsers: Browser[];
const runs: Promise<void>[] = [];
const log = createLog('error', Date.now, () => {});
const start = (port: number) => serve({ dataDir, port, log });

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'suki-live-'));
  server = await start(0);
  stop = new AbortController();
  browsers = [];
});
afterEach(async () => {
  stop.abort();
  await Promise.all(runs.splice(0));
  await Promise.all(browsers.map((browser) => browser.remove()));
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A browser with an open panel: the runner, over real connections. */
const openPanel = async (name: string) => {
  const link = new URL(await server.invite(name, 'rep'));
  const transport = (token: string | null) =>
    createTransport({
      server: server.url,
      token,
      signal: stop.signal,
      fetch: (url, init) => fetch(url, init),
      onRevoked: token === null ? undefined : () => forgetAll(browser.deps()),
    });
  const answer = await transport(null).pair(link.pathname.slice('/pair/'.length), 'Chrome');
  if (!answer.ok) throw new Error(answer.error.message);
  const paired = PairAnswer.parse(answer.value);
  const clock = {
    get now() {
      return Date.now();
    },
  };
  const browser = createBrowser(
    { clock, uuid: crypto.randomUUID.bind(crypto), server: { app: server.app } },
    paired,
  );
  browsers.push(browser);
  const waker = createWaker((run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  });
  const seen: SyncStatus[] = [];
  const deps = browser.deps();
  runs.push(
    runSync({
      ...deps,
      transport: transport(paired.token),
      waker,
      random: Math.random,
      onStatus: (status) => seen.push(status),
      signal: stop.signal,
    }),
  );
  const state = () => seen.at(-1)?.state;
  await vi.waitFor(() => expect(state()).toBe('online'), { timeout: 5_000 });
  return { browser, waker, seen, state, device: paired.device };
};
const has = (browser: Browser, id: string) =>
  vi.waitFor(async () => expect((await browser.records()).map((record) => record.id)).toContain(id), {
    timeout: 8_000,
    interval: 20,
  });

it('[S40] [S41] a click in one panel is in the other within a second, by a poke', async () => {
  const mia = await openPanel('Mia');
  const ben = await openPanel('Ben');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const started = performance.now();
  await mia.browser.create('ana');
  mia.waker.wake();
  await has(ben.browser, 'ana');
  // The other exchange that nothing asks for comes after a minute.
  expect(performance.now() - started).toBeLessThan(2_000);
});

it('[S22] [S42] a server that goes away and comes back is met again, and the click of between arrives', async () => {
  const mia = await openPanel('Mia');
  const ben = await openPanel('Ben');
  const { port } = server;
  await server.close();
  await vi.waitFor(() => expect([mia.state(), ben.state()]).toEqual(['offline', 'offline']), {
    timeout: 8_000,
  });
  await mia.browser.create('zoe');
  mia.waker.wake();
  server = await start(port);
  await has(mia.browser, 'zoe');
  await has(ben.browser, 'zoe');
  expect(await mia.browser.queued()).toEqual([]);
  // The streams were opened again as well.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const started = performance.now();
  await ben.browser.create('after');
  ben.waker.wake();
  await has(mia.browser, 'after');
  expect(performance.now() - started).toBeLessThan(2_000);
});

it('[S27] a database that is closed under the runner is told, and does not end it', async () => {
  const mia = await openPanel('Mia');
  mia.browser.dbs.outbox.close();
  mia.waker.wake();
  await vi.waitFor(() => expect(mia.state()).toBe('offline'), { timeout: 5_000 });
  expect(mia.seen.at(-1)).toMatchObject({ error: { code: 'storage' } });
  await mia.browser.dbs.outbox.open();
  mia.waker.wake();
  await vi.waitFor(() => expect(mia.state()).toBe('online'), { timeout: 5_000 });
});

it('[S28] an admin signs a device out: its open panel forgets the customers within seconds', async () => {
  const mia = await openPanel('Mia');
  await mia.browser.create('ana');
  mia.waker.wake();
  await has(mia.browser, 'ana');
  const link = new URL(await server.invite('Ada', 'admin'));
  const ask = (path: string, init: RequestInit) => fetch(`${server.url}${path}`, init);
  const paired = await ask('/pair', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: link.pathname.slice('/pair/'.length), device: 'Chrome' }),
  });
  const { token } = PairAnswer.parse(await paired.json());
  // Nobody wakes the runner: the server ends the stream, and the next greeting says why.
  await ask(`/devices/${mia.device}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  await vi.waitFor(() => expect(mia.state()).toBe('revoked'), { timeout: 10_000 });
  expect(await mia.browser.records()).toEqual([]);
});
