import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from '#scripts/chromium.ts';

/** Code for a page from `entry`, as one script. */
const bundle = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bundle' } },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const [chunk] = output;
  if (chunk?.type !== 'chunk') throw new Error(`nothing came of bundling ${entry}`);
  return chunk.code;
};

export type BundledPage = { page: Page; close: () => Promise<void> };

/** An empty page of a Chromium without the extension, in which the file `entry` and all that it imports has run. */
export const openBundled = async (entry: string): Promise<BundledPage> => {
  const code = await bundle(entry);
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium here: npm run setup');
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.evaluate(code);
  return { page, close: () => browser.close() };
};
