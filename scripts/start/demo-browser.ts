import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Serving } from '#server/serve.ts';
import { type BrowserName, browsers } from '../browsers.ts';
import type { ExtendedBrowser } from '../extended-browser.ts';

/** A browser can show a window: on Linux only with a display. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Pairs through the options page, as a rep would: paste the link, press the button. */
export const pairInOptions = async (page: Page, link: string): Promise<void> => {
  await page.locator('#connection input[type="url"]').fill(link);
  await page.locator('#connection button[type="submit"]').click();
  await page.waitForSelector('#connection dl', { timeout: 15_000 });
};

const pairOnce = async ({ browser, origin }: ExtendedBrowser, serving: Serving): Promise<void> => {
  const page = await browser.newPage();
  await page.goto(`${origin}/options.html`);
  await page.waitForSelector('#connection dl, #connection input[type="url"]');
  if (!(await page.$('#connection dl'))) await pairInOptions(page, await serving.invite('Mia', 'admin'));
  await page.close();
};

/** Opens the browser of the sample: extension in it, paired, its site turned on, the panel beside the demo inbox. */
export const openDemo = async (options: {
  name: BrowserName;
  executablePath: string;
  extensionDir: string;
  dataDir: string;
  headless: boolean;
  serving: Serving;
}): Promise<ExtendedBrowser> => {
  const { name, serving, dataDir, ...rest } = options;
  const launched = await browsers[name].launch({
    ...rest,
    userDataDir: join(dataDir, name === 'chromium' ? 'browser' : name),
    grants: ['http://127.0.0.1/*'],
  });
  await pairOnce(launched, serving);
  const [first] = await launched.browser.pages();
  const page = first ?? (await launched.browser.newPage());
  await page.goto(`${serving.url}/demo`);
  await launched.openPanel(page);
  return launched;
};
