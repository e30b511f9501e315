import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';

export type LaunchOptions = {
  executablePath: string;
  /** The built extension: the folder that holds manifest.json. */
  extensionDir: string;
  /** Kept between launches by whoever calls: the extension's id and data stay with it. */
  userDataDir: string;
  headless: boolean;
  /** Match patterns of optional hosts that the extension holds from the start, like `http://127.0.0.1/*`. */
  grants: readonly string[];
  /** Device pixels per CSS pixel; 2 for pictures. */
  scale?: number;
  windowSize?: { width: number; height: number };
};

/** A running browser with the extension in it. */
export type ExtendedBrowser = {
  browser: Browser;
  extensionId: string;
  /** Where the extension's pages are: `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  origin: string;
  /** Page of the extension's panel, as its manifest names it. */
  panelUrl: string;
  /** Gives the extension further optional hosts, as if the rep had said yes to the browser's question. */
  grant: (hosts: readonly string[]) => Promise<void>;
  /** Takes what now lies in the extension's folder, as an update from a store does; resolves when it runs. */
  update: () => Promise<void>;
  /** The real panel beside `page`, as a page of its own: opened by the toolbar button if it is not open. */
  openPanel: (page: Page) => Promise<Page>;
  /** Ends the browser as a person would. */
  close: () => Promise<void>;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first program there is: of `names` in the search path and in `folders`, then of whole `paths`. */
export const findProgram = (
  names: readonly string[],
  folders: readonly string[],
  paths: readonly string[] = [],
): string | undefined => {
  const all = [...(process.env.PATH ?? '').split(delimiter), ...folders];
  return [...names.flatMap((name) => all.map((folder) => join(folder, name))), ...paths].find(isProgram);
};

/** Waits until the panel has slid in and taken its width from the page: what is read before that is not its layout. */
export const atRest = async (page: Page, panel: Page): Promise<Page> => {
  const widths = async (): Promise<string> =>
    `${await panel.evaluate(() => window.innerWidth)} ${await page.evaluate(() => window.innerWidth)}`;
  const start = Date.now();
  for (let now = await widths(), last = ''; now !== last || now.startsWith('0 '); ) {
    if (Date.now() - start > 15_000) throw new Error(`the panel did not come to rest: widths ${now}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    last = now;
    now = await widths();
  }
  return panel;
};
