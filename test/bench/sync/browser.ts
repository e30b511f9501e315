import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '#scripts/chromium.ts';

/** A browser with a profile of its own: one device. */
export type DeviceBrowser = {
  browser: Browser;
  page: Page;
  userDataDir: string;
  close: () => Promise<void>;
};

/** Starts Chromium with an empty profile. */
export const openDevice = async (): Promise<DeviceBrowser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('there is no Chromium here; `npm run setup` brings one');
  const userDataDir = mkdtempSync(join(tmpdir(), 'suki-bench-device-'));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    // DevTools would copy every byte that comes and report it: half of what a page spends on receiving, whoever syncs.
    networkEnabled: false,
    userDataDir,
    protocolTimeout: 1_800_000,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
      ...['--disable-background-timer-throttling', '--disable-renderer-backgrounding'],
    ],
  });
  const [page] = await browser.pages();
  return {
    browser,
    page: page ?? (await browser.newPage()),
    userDataDir,
    close: async () => {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};

/** Bytes that a folder takes on the disk; 0 for one that is not there. */
export const diskUse = (folder: string): number => {
  if (!statSync(folder, { throwIfNoEntry: false })) return 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const stat = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
    if (stat?.isFile()) bytes += stat.blocks * 512;
  }
  return bytes;
};

/** What the pages of this profile keep in IndexedDB. */
export const databaseUse = ({ userDataDir }: DeviceBrowser): number =>
  diskUse(join(userDataDir, 'Default', 'IndexedDB'));

/** Bytes of the page's objects after everything that nobody holds has been thrown away. */
export const heapUse = async (page: Page): Promise<number> => {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
};

const ownMemory = (pid: string): { parent: string; type: string; bytes: number } | null => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => /\d+/.exec(status.match(`${name}:.*`)?.[0] ?? '')?.[0] ?? '0';
    return {
      parent: field('PPid'),
      type: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser',
      // What is shared with other programs, the code above all, is not its own.
      bytes: 1_024 * (Number(field('RssAnon')) + Number(field('RssShmem'))),
    };
  } catch {
    return null;
  }
};

/** Memory of the processes of a browser that nothing else uses, in bytes; null where the system does not tell. */
export const processMemory = (browser: Browser): { renderers: number; all: number } | null => {
  const root = browser.process()?.pid;
  if (process.platform !== 'linux' || root === undefined) return null;
  const known = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const own = ownMemory(pid);
        return own ? [[pid, own] as const] : [];
      }),
  );
  const isOurs = (pid: string): boolean => {
    for (let at: string | undefined = pid; at && at !== '0'; at = known.get(at)?.parent)
      if (at === String(root)) return true;
    return false;
  };
  const ours = [...known].filter(([pid]) => isOurs(pid)).map(([, own]) => own);
  const sum = (some: typeof ours) => some.reduce((total, { bytes }) => total + bytes, 0);
  return { renderers: sum(ours.filter(({ type }) => type === 'renderer')), all: sum(ours) };
};
