import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { buildExtension } from '#scripts/build-extension.ts';
import { findBrowser, launchWithExtension } from '#scripts/chromium.ts';
import { pairInOptions } from '#scripts/start/demo-browser.ts';
import { serve } from '#server/serve.ts';
import { diskUse, processMemory } from './browser.ts';
import { openAt, seedCustomers, spendNight } from './suki/seed.ts';

const PATIENCE_MS = 600_000;

const keptBy = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
};

/** In the panel, with the plain interface of the browser: how far the cache is. */
const PROGRESS = `new Promise((resolve) => {
  const opening = indexedDB.databases().then((all) => all.find(({ name }) => name.startsWith('suki-cache-'))?.name);
  opening.then((name) => {
    if (!name) return resolve(null);
    const request = indexedDB.open(name);
    request.onerror = () => resolve(null);
    request.onsuccess = () => {
      const db = request.result;
      if (!db.objectStoreNames.contains('meta')) return db.close(), resolve(null);
      const row = db.transaction('meta').objectStore('meta').get('progress');
      row.onsuccess = () => (db.close(), resolve(row.result?.cursor ? row.result.customers : null));
      row.onerror = () => (db.close(), resolve(null));
    };
  });
})`;

/**
 * The built extension with its real panel and worker, paired with the real server: how long from pairing until everybody is in
 * its cache, and what panel, worker, browser and disk then hold. Told as text: no peer has a panel.
 */
export const extensionMemory = async (customers: number): Promise<string> => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('there is no Chromium here; `npm run setup` brings one');
  const folder = mkdtempSync(join(tmpdir(), 'suki-bench-extension-'));
  const userDataDir = join(folder, 'profile');
  const dataDir = join(folder, 'data');
  const store = await openAt({ dataDir });
  await seedCustomers(store, customers);
  await spendNight(store);
  await store.close();
  const serving = await serve({ dataDir, port: 0, log: () => {} });
  const extensionDir = await buildExtension();
  const launched = await launchWithExtension({
    ...{ executablePath, extensionDir, userDataDir, headless: true, grants: ['http://127.0.0.1/*'] },
  });
  try {
    const { browser, extensionId } = launched;
    const options = await browser.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html`);
    await pairInOptions(options, await serving.invite('Mia'));
    await options.close();
    const page = await browser.newPage();
    const began = performance.now();
    const panel = await launched.openPanel(page);
    let peak = 0;
    for (;;) {
      peak = Math.max(peak, processMemory(browser)?.renderers ?? 0);
      const there = await panel.evaluate(PROGRESS);
      if (there !== null) break;
      if (performance.now() - began > PATIENCE_MS) throw new Error('the panel did not get all customers');
      await sleep(100);
    }
    const seconds = (performance.now() - began) / 1_000;
    const panelKeeps = await keptBy(await panel.createCDPSession());
    const target = browser.targets().find((one) => one.type() === 'service_worker');
    const workerKeeps = target ? await keptBy(await target.createCDPSession()) : null;
    const after = processMemory(browser);
    const megabytes = (bytes: number | null | undefined) =>
      bytes == null ? '?' : `${(bytes / 1e6).toFixed(0)} MB`;
    return [
      `  ${customers.toLocaleString('en')} customers in the real panel in ${seconds.toFixed(1)} s`,
      `  panel keeps ${megabytes(panelKeeps)}, worker ${workerKeeps === null ? 'asleep' : megabytes(workerKeeps)}`,
      `  all pages' processes ${megabytes(after?.renderers)} (at most ${megabytes(peak)} while loading), the browser ${megabytes(after?.all)}`,
      `  on the disk ${megabytes(diskUse(join(userDataDir, 'Default', 'IndexedDB')))}`,
    ].join('\n');
  } finally {
    await launched.close();
    await serving.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
