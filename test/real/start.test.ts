import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildExtension } from '#scripts/build-extension.ts';
import { findBrowser } from '#scripts/chromium.ts';
import { openDemo } from '#scripts/start/demo-browser.ts';
import { serveSample } from '#scripts/start/sample-server.ts';
import { untilPanel } from './panel-reader.ts';

const dir = mkdtempSync(join(tmpdir(), 'suki-start-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

type Run = { said: () => string; ready: Promise<void>; ended: Promise<number | null>; stop: () => void };

/** Runs the start script as on a machine without a display. */
const start = (...options: string[]): Run => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const child = spawn(process.execPath, ['scripts/start.ts', ...options], { env });
  running.push(child);
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready: ')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  ready.catch(() => {});
  return { said: () => said, ready, ended, stop: () => child.kill('SIGTERM') };
};
const urlIn = (said: string): string => /Suki's server: (\S+)/.exec(said)?.[1] ?? '';

it('serves the sample, says how to see it, and refuses to run twice on the same data or port', async () => {
  const data = join(dir, 'by-hand');
  const first = start('--data', data, '--port', '0');
  await first.ready;
  const url = urlIn(first.said());
  expect(first.said()).toContain('Load unpacked');
  expect(first.said()).toMatch(/\/pair\/[\w-]{20,}/);
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
  expect(await (await fetch(`${url}/demo`)).text()).toContain('data-suki-demo');

  const sameData = start('--data', data, '--port', '0');
  expect(await sameData.ended).toBe(1);
  expect(sameData.said()).toContain('in use by another Suki process');
  const samePort = start('--data', join(dir, 'other'), '--port', new URL(url).port);
  expect(await samePort.ended).toBe(1);
  expect(samePort.said()).toContain('in use by another program');
  const fresh = start('--data', data, '--port', '0', '--fresh');
  expect(await fresh.ended).toBe(1);

  first.stop();
  expect(await first.ended).toBe(0);
});

it('says what is wrong with its options', async () => {
  const run = start('--port', 'eighty');
  expect(await run.ended).toBe(1);
  expect(run.said()).toContain('"eighty" is no port');
  const other = start('--browser', 'lynx');
  expect(await other.ended).toBe(1);
  expect(other.said()).toContain('There is no browser "lynx" here');
});

it('opens a paired browser beside the demo inbox, and the state survives a restart', async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium here: npm run setup');
  const extensionDir = await buildExtension();
  const dataDir = join(dir, 'with-browser');
  let port = 0;
  for (const round of ['first', 'second']) {
    const serving = await serveSample({ dataDir, port, log: () => {} });
    port = serving.port;
    const demo = await openDemo({
      name: 'chromium',
      executablePath,
      extensionDir,
      dataDir,
      headless: true,
      serving,
    });
    const page = (await demo.browser.pages()).find((one) => one.url().includes('/demo'));
    if (!page) throw new Error('the demo inbox is not open');
    const panel = await demo.openPanel(page);
    await page.goto(`${serving.url}/demo#/c/`);
    // Strangers write to the sample shop too, and where they stand in the inbox goes by the time of day.
    let known = false;
    for (let n = 0; n < 12 && !known; n++) {
      await page.keyboard.press('j');
      known = await untilPanel(panel, (seen) => seen.shows === 'customer', 2_500).then(
        () => true,
        () => false,
      );
    }
    expect([round, known]).toEqual([round, true]);
    const devices = await serving.store.read((tx) => tx.selectFrom('devices').select('id').execute());
    expect([round, devices.length]).toEqual([round, 1]);
    await demo.close();
    await serving.close();
  }
});
