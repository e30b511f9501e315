import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, preview } from 'vite';
import { findBrowser } from '#scripts/chromium.ts';
import { type Shot, shots } from './preview-shots.ts';

// Pictures of the panel and the options page in every state, for looking at:
//   node scripts/preview.ts [names…]     into a new folder under the system's temporary one, whose path it prints
// A picture whose content is wider than its window, that broke the page's content security policy, or whose first screen
// does not hold what matters first, is named.

const serve = async () => {
  const root = join(import.meta.dirname, '../test/preview');
  const outDir = await mkdtemp(join(tmpdir(), 'suki-preview-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [tailwindcss()],
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // As in the extension: what tells zod not to compile code runs before any schema is made.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'data', test: /[\\/]zod[\\/]|[\\/]no-eval\.ts$/ }] } },
      },
    },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const stop = async () => {
    await server.close();
    await rm(outDir, { recursive: true });
  };
  return { base: server.resolvedUrls?.local[0], stop };
};

/** Presses the button of that name, as its text or its label says. Some parts of a page come a moment later. */
const press = (page: Page, name: string): Promise<void> =>
  page.evaluate(async (wanted) => {
    const find = () =>
      [...document.querySelectorAll<HTMLElement>('button, [role="switch"]')].find(
        (one) => one.textContent?.trim() === wanted || one.getAttribute('aria-label') === wanted,
      );
    for (let waited = 0; !find() && waited < 3_000; waited += 50)
      await new Promise((done) => setTimeout(done, 50));
    const button = find();
    if (!button) throw new Error(`There is no button “${wanted}”.`);
    button.scrollIntoView({ block: 'center' });
    button.click();
  }, name);

/** What matters first and is not on the first screen, in the page. */
const belowTheFold = (): string[] => {
  const room = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
  return ['who', 'standing', 'context', 'action', 'wait'].flatMap((part) => {
    const box = document.querySelector(`[data-part="${part}"]`);
    // Of what to do, the title; the rest is read when one has decided to do it.
    const seen = part === 'action' || part === 'wait' ? box?.querySelector('h2') : box;
    const bottom = seen?.getBoundingClientRect().bottom ?? 0;
    return bottom > room ? [`below the first screen by ${Math.ceil(bottom - room)} px: ${part}`] : [];
  });
};

const take = async (browser: Browser, base: string, folder: string, shot: Shot): Promise<string[]> => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && faults.push(`${message.text()} ${message.location().url ?? ''}`),
  );
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.setViewport({ width: shot.width, height: shot.height, deviceScaleFactor: 2 });
  await page.goto(
    `${base}?fixture=${shot.fixture}&theme=${shot.theme}&dir=${shot.dir ?? 'ltr'}${shot.hash ?? ''}`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // What stands below the fold is painted a moment later.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)).then(() => undefined));
  if (shot.wait) await page.waitForSelector(shot.wait);
  // The editor is fetched when it is opened.
  if (shot.hash) await page.waitForSelector('main nav ~ :not([role="status"])');
  if (shot.act) {
    await press(page, shot.act);
    await new Promise((done) => setTimeout(done, 350));
  }
  if (shot.write) {
    const { text, act } = shot.write;
    await page.$eval('textarea', (field) => field.select());
    await page.type('textarea', text);
    await press(page, act);
    await new Promise((done) => setTimeout(done, 350));
  }
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
      // Seen by screen readers only.
      .filter((one) => one.clientWidth > 1)
      // Cut short on purpose, with the whole in a title.
      .filter((one) => getComputedStyle(one).textOverflow !== 'ellipsis')
      .filter((one) => ['', 'none'].includes(getComputedStyle(one).webkitLineClamp))
      .map(
        (one) => `wider than its room: ${one.tagName.toLowerCase()}.${one.className.toString().slice(0, 60)}`,
      ),
  );
  const below = shot.first ? await page.evaluate(belowTheFold) : [];
  await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  await page.close();
  return [...faults, ...wide, ...below].map((fault) => `${shot.name}: ${fault}`);
};

const main = async (): Promise<void> => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install it with: apt-get install chromium');
  const wanted = process.argv.slice(2);
  const { base, stop } = await serve();
  if (!base) throw new Error('The preview server did not say where it listens.');
  const folder = await mkdtemp(join(tmpdir(), 'suki-pictures-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    // A scrollbar takes its room from the panel, in pictures as in life.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ],
  });
  try {
    const faults: string[] = [];
    for (const shot of shots)
      if (wanted.length === 0 || wanted.includes(shot.name))
        faults.push(...(await take(browser, base, folder, shot)));
    for (const fault of faults) console.error(fault);
    console.log(`Pictures are in ${folder}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await stop();
  }
};

await main();
