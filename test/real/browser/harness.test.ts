import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchWithExtension } from '#scripts/chromium.ts';
import type { ExtendedBrowser } from '#scripts/extended-browser.ts';
import { screenshotBeside } from '#scripts/picture.ts';
import { writeProbeExtension } from './probe-extension.ts';

let dir: string;
let site: Server;
let launched: ExtendedBrowser;
let origin: string;
let extensionDir: string;

const start = (grants: readonly string[]): Promise<ExtendedBrowser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser here: npm run setup');
  const userDataDir = join(dir, 'profile');
  return launchWithExtension({ executablePath, extensionDir, userDataDir, headless: true, grants });
};
const visit = async (path: string): Promise<Page> => {
  const page = await launched.browser.newPage();
  await page.goto(origin + path);
  return page;
};
const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.dataset.probe === 'on');
/** Content scripts of a fresh registration reach the next load, not the one under way. */
const untilMarked = async (page: Page): Promise<void> => {
  for (let n = 0; n < 20 && !(await isMarked(page)); n++) await page.reload();
};

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'suki-harness-'));
  extensionDir = writeProbeExtension(dir);
  site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><body style="margin:0;background:rgb(0,0,255)"><h1>Page</h1>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  origin = `http://127.0.0.1:${address.port}`;
  launched = await start([]);
});
afterAll(async () => {
  await launched?.close();
  site?.close();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

test('a site that was not granted is left alone', async () => {
  const page = await visit('/');
  await page.reload();
  expect(await isMarked(page)).toBe(false);
  await page.close();
});

test('a granted site is read, and the grant needs no answer from a person', async () => {
  await launched.grant(['http://127.0.0.1/*']);
  const page = await visit('/');
  await untilMarked(page);
  expect(await isMarked(page)).toBe(true);
  await page.close();
});

test('the real side panel opens beside the page, once, and takes its width from it', async () => {
  const page = await visit('/');
  const whole = await page.evaluate(() => window.innerWidth);
  const panel = await launched.openPanel(page);
  expect(await panel.title()).toBe('Probe panel');
  const again = await launched.openPanel(page);
  expect(await again.title()).toBe('Probe panel');
  expect(launched.browser.targets().filter((t) => t.url() === launched.panelUrl)).toHaveLength(1);
  const panelWidth = await panel.evaluate(() => window.innerWidth);
  expect(panelWidth).toBeGreaterThanOrEqual(300);
  await page.waitForFunction((most) => window.innerWidth <= most, { timeout: 60_000 }, whole - panelWidth);
  await page.close();
});

test('a picture shows the page at the left and the panel at the right', async () => {
  const page = await visit('/');
  const panel = await launched.openPanel(page);
  const file = join(dir, 'beside.png');
  await screenshotBeside(page, panel, file);
  const data = `data:image/png;base64,${readFileSync(file).toString('base64')}`;
  const [left, right] = await page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const paper = canvas.getContext('2d');
    paper?.drawImage(image, 0, 0);
    const colour = (x: number) =>
      [...(paper?.getImageData(x, image.height - 5, 1, 1).data ?? [])].slice(0, 3);
    return [colour(5), colour(image.width - 5)];
  }, data);
  expect(left).toEqual([0, 0, 255]);
  expect(right).toEqual([0, 128, 0]);
  await page.close();
});

test('what the extension stored survives a killed browser', async () => {
  const page = await launched.browser.newPage();
  await page.goto(launched.panelUrl);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('kept', 1);
        open.onupgradeneeded = () => open.result.createObjectStore('words');
        open.onsuccess = () => {
          const write = open.result.transaction('words', 'readwrite', { durability: 'strict' });
          write.objectStore('words').put('still here', 'word');
          write.oncomplete = () => resolve();
          write.onerror = () => reject(write.error);
        };
      }),
  );
  const { extensionId } = launched;
  await launched.kill();
  launched = await start([]);
  expect(launched.extensionId).toBe(extensionId);
  const back = await launched.browser.newPage();
  await back.goto(launched.panelUrl);
  const word = await back.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const open = indexedDB.open('kept', 1);
        open.onsuccess = () => {
          const read = open.result.transaction('words').objectStore('words').get('word');
          read.onsuccess = () => resolve(read.result);
        };
      }),
  );
  expect(word).toBe('still here');
});

test('grants of an earlier launch hold in the next one', async () => {
  await launched.grant(['http://127.0.0.1/*']);
  await launched.close();
  launched = await start([]);
  const page = await visit('/');
  await untilMarked(page);
  expect(await isMarked(page)).toBe(true);
});
