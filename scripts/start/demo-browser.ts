import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Serving } from '#server/serve.ts';
import { type ExtendedBrowser, launchWithExtension, openSidePanel } from '../chromium.ts';

/** A browser can show a window: on Linux only with a display. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Pairs through the options page, as a rep would: paste the link, press the button. */
export const pairInOptions = async (page: Page, link: string): Promise<void> => {
  await page.locator('#connection input[type="url"]').fill(link);
  await page.locator('#connection button[type="submit"]').click();
  await page.waitForSelector('#connection dl', { timeout: 15_000 });
};

const pairOnce = async ({ browser, extensionId }: ExtendedBrowser, serving: Serving): Promise<void> => {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await page.waitForSelector('#connection dl, #connection input[type="url"]');
  if (!(await page.$('#connection dl'))) await pairInOptions(page, await serving.invite('Mia', 'admin'));
  await page.close();
};

/** Opens the browser of the sample: extension in it, paired, its site turned on, the panel beside the demo inbox. */
export const openDemo = async (options: {
  executablePath: string;
  extensionDir: string;
  dataDir: string;
  headless: boolean;
  serving: Serving;
}): Promise<ExtendedBrowser> => {
  const { serving, dataDir, ...rest } = options;
  const launched = await launchWithExtension({
    ...rest,
    userDataDir: join(dataDir, 'browser'),
    grants: ['http://127.0.0.1/*'],
  });
  await pairOnce(launched, serving);
  const [first] = await launched.browser.pages();
  const page = first ?? (await launched.browser.newPage());
  await page.goto(`${serving.url}/demo`);
  await openSidePanel(launched, page);
  return launched;
};
