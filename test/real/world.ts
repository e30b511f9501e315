import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Profile } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { browsers } from '#scripts/browsers.ts';
import type { ExtendedBrowser, LaunchOptions } from '#scripts/extended-browser.ts';
import { pairInOptions } from '#scripts/start/demo-browser.ts';
import { seedWorkspace } from '#server/seed.ts';
import { type ServeOptions, type Serving, serve } from '#server/serve.ts';
import { browserName, builtExtension } from './built.ts';

export type Sample = { profiles: { id: string; profile: Profile }[]; events: SukiEvent[] };

/** A real server on SQLite that can be stopped and started again on the same data and port. */
export type Office = {
  serving: () => Serving;
  stop: () => Promise<void>;
  /** `kept`: how many customers a device holds from now on. */
  start: (kept?: number) => Promise<void>;
  remove: () => Promise<void>;
};

export const openOffice = async (sample: Sample, extra?: ServeOptions['extra']): Promise<Office> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'suki-office-'));
  let port = 0;
  let serving: Serving | null = null;
  const running = () => {
    if (!serving) throw new Error('the server is stopped');
    return serving;
  };
  const start = async (kept?: number) => {
    serving = await serve({ dataDir, port, log: () => {}, workspaceName: 'Shop', extra, kept });
    port = serving.port;
  };
  const stop = async () => {
    await serving?.close();
    serving = null;
  };
  await start();
  await seedWorkspace(running().store, sample, Date.now());
  return {
    serving: running,
    start,
    stop,
    remove: async () => {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** One rep at one browser with a profile of its own, paired, with every site of this machine turned on. */
export type Rep = {
  browser: () => ExtendedBrowser;
  page: (url?: string) => Promise<Page>;
  panel: (page: Page) => Promise<Page>;
  /** Ends the browser as a power cut would, and starts it again on the same profile. */
  cutPower: () => Promise<void>;
  restart: () => Promise<void>;
  leave: () => Promise<void>;
};

/** Starts the browser of this run with the extension. */
export const launchHere = async (
  options: Pick<LaunchOptions, 'userDataDir' | 'grants' | 'scale' | 'windowSize'> & {
    extensionDir?: string | undefined;
  },
): Promise<ExtendedBrowser> => {
  const { find, launch } = browsers[browserName];
  const executablePath = find();
  if (!executablePath) throw new Error(`There is no ${browserName} here: npm run setup`);
  const extensionDir = options.extensionDir ?? (await builtExtension());
  return launch({ ...options, executablePath, extensionDir, headless: true });
};

export const hireRep = async (
  office: Office,
  name: string,
  look: {
    scale?: number;
    windowSize?: { width: number; height: number };
    /** Another build of the extension than the suite's. */
    extensionDir?: string;
    /** Where the browser finds the server, if not at its own address. */
    server?: string;
  } = {},
): Promise<Rep> => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'suki-rep-'));
  const { server, ...size } = look;
  const launch = () => launchHere({ userDataDir, grants: ['http://127.0.0.1/*'], ...size });
  let launched = await launch();
  const page = async (url = 'about:blank') => {
    const opened = await launched.browser.newPage();
    // As all limits here: for what hangs. A busy machine is slower than anybody would wait.
    opened.setDefaultTimeout(90_000);
    await opened.goto(url);
    return opened;
  };
  const options = await page(`${launched.origin}/options.html`);
  const link = await office.serving().invite(name);
  await pairInOptions(options, server ? link.replace(office.serving().url, server) : link);
  // The team's own domain: a colleague is nobody's customer.
  await options.locator('::-p-xpath((//section[@id="me"]//form)[2]//input)').fill('shop.example');
  await options.locator('::-p-xpath((//section[@id="me"]//form)[2]//button)').click();
  await options.waitForSelector('#me li');
  await options.close();
  return {
    browser: () => launched,
    page,
    panel: (beside) => launched.openPanel(beside),
    cutPower: () => launched.kill(),
    restart: async () => {
      launched = await launch();
    },
    leave: async () => {
      await launched.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};

/** A customer of the shop for each contact, without any history. */
export const asCustomers = (contacts: readonly { name: string; address: string }[], now: number): Sample => ({
  profiles: contacts.map(({ name, address }) => ({
    id: `c-${address.replace(/[^a-z]+/g, '-')}`,
    profile: { name, addresses: [address], createdAt: now - 90 * 86_400_000 },
  })),
  events: [],
});
