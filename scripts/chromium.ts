import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { atRest, type ExtendedBrowser, findProgram, type LaunchOptions } from './extended-browser.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];
const paths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium, Chrome or Edge on this machine, Chromium first; undefined when there is none. */
export const findBrowser = (): string | undefined => findProgram(names, folders, paths);

/**
 * Gives `extensionId` optional hosts without the browser's question, which no program can answer headless.
 * What chrome://extensions uses when a person allows a site marks the hosts as granted; a request from a page
 * of the extension then finds nothing left to ask, and goes the same way as in the hands of a rep: the
 * extension hears permissions.onAdded. (Seen to hold in Chromium 156, November 2026.)
 */
const grantHosts = async (browser: Browser, extensionId: string, hosts: readonly string[]): Promise<void> => {
  if (hosts.length === 0) return;
  const page = await browser.newPage();
  try {
    await page.goto('chrome://extensions');
    // As text, because no published types know this interface of the browser's own pages.
    for (const host of hosts)
      await page.evaluate(
        `chrome.developerPrivate.addHostPermission(${JSON.stringify(extensionId)}, ${JSON.stringify(host)})`,
      );
    // The manifest is a page of the extension that runs none of its code.
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    const answer = await page.evaluate(
      (origins) =>
        Promise.race([
          chrome.permissions.request({ origins }),
          new Promise<false>((resolve) => setTimeout(() => resolve(false), 5_000)),
        ]),
      [...hosts],
    );
    if (!answer) throw new Error(`the browser did not grant ${hosts.join(', ')} to the extension`);
  } finally {
    await page.close();
  }
};

/** Loads the folder again, which Chromium takes for an update when the version has changed. */
const updateExtension = async (browser: Browser, extensionDir: string): Promise<void> => {
  const isWorker = (target: Target): boolean => target.type() === 'service_worker';
  const old = new Set(browser.targets().filter(isWorker));
  await browser.installExtension(extensionDir);
  // A click that comes before the new worker listens is lost.
  const target = await browser.waitForTarget((one) => isWorker(one) && !old.has(one));
  const worker = await target.worker();
  while (!(await worker?.evaluate(() => chrome.action.onClicked.hasListeners())))
    await new Promise((resolve) => setTimeout(resolve, 50));
};

type ExtensionSettings = Record<string, { runtime_granted_permissions?: { explicit_host?: string[] } }>;

/** What was granted in earlier launches of this profile, by extension. */
const earlierGrants = (userDataDir: string): ExtensionSettings => {
  try {
    const preferences = JSON.parse(readFileSync(join(userDataDir, 'Default', 'Preferences'), 'utf8'));
    return preferences.extensions?.settings ?? {};
  } catch {
    return {};
  }
};

/** For browsers with one window; another window's panel would be taken for this one's. */
const openSidePanel = async (
  { browser, extensionId, panelUrl }: Pick<ExtendedBrowser, 'browser' | 'extensionId' | 'panelUrl'>,
  page: Page,
): Promise<Page> => {
  const isPanel = (url: string): boolean => url.split(/[?#]/)[0] === panelUrl;
  const open = browser.targets().find((target) => isPanel(target.url()));
  if (!open) {
    const extension = (await browser.extensions()).get(extensionId);
    if (!extension) throw new Error(`no extension ${extensionId} in this browser`);
    await page.bringToFront();
    await extension.triggerAction(page);
  }
  const target = open ?? (await browser.waitForTarget((t) => isPanel(t.url()), { timeout: 15_000 }));
  return atRest(page, await target.asPage());
};

/**
 * Starts a browser with the unpacked extension in it and the optional hosts granted.
 *
 * The extension is loaded over the debugging pipe (CDP Extensions.loadUnpacked, by puppeteer's
 * `installExtension`) because Google Chrome has ignored --load-extension since version 137, while the
 * pipe works in Chrome, Chromium and Edge. Its price: the browser takes each launch for a new installation
 * and forgets the active grants (not the data), so those of earlier launches are given again here.
 */
export const launchWithExtension = async (options: LaunchOptions): Promise<ExtendedBrowser> => {
  const { executablePath, extensionDir, userDataDir, headless, grants, scale = 1 } = options;
  const { width, height } = options.windowSize ?? { width: 1280, height: 860 };
  const before = earlierGrants(userDataDir);
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    userDataDir,
    defaultViewport: null,
    enableExtensions: true,
    // A person who looks at the sample need not be told that a program opened the window.
    ...(headless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
    args: [
      // Chromium refuses its sandbox to root, and so do most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu'] : []),
      ...['--no-first-run', '--no-default-browser-check', '--disable-quic', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      ...[`--window-size=${width},${height}`, `--force-device-scale-factor=${scale}`],
    ],
  });
  const kill = async (): Promise<void> => {
    const child = browser.process();
    const ended = new Promise<void>((resolve) => (child ? child.once('exit', () => resolve()) : resolve()));
    child?.kill('SIGKILL');
    await ended;
  };
  try {
    const extensionId = await browser.installExtension(extensionDir);
    const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
    const kept = before[extensionId]?.runtime_granted_permissions?.explicit_host ?? [];
    await grantHosts(browser, extensionId, [...new Set([...grants, ...kept])]);
    const origin = `chrome-extension://${extensionId}`;
    const panelUrl = `${origin}/${manifest.side_panel?.default_path ?? ''}`;
    return {
      ...{ browser, extensionId, origin, panelUrl },
      grant: (hosts) => grantHosts(browser, extensionId, hosts),
      update: () => updateExtension(browser, extensionDir),
      openPanel: (page) => openSidePanel({ browser, extensionId, panelUrl }, page),
      close: () => browser.close(),
      kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
};
