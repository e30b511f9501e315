import { buildExtension } from './build-extension.ts';
import { findBrowser, launchWithExtension } from './chromium.ts';
import type { ExtendedBrowser, LaunchOptions } from './extended-browser.ts';
import { findFirefox, launchFirefox } from './firefox.ts';

/** The two families of browsers that Suki is made for. */
export type BrowserName = 'chromium' | 'firefox';

type Kind = {
  /** Its path on this machine. */
  find: () => string | undefined;
  /** Builds the extension for it, in `outDir` or where it always goes; resolves with the folder. */
  build: (outDir?: string) => Promise<string>;
  launch: (options: LaunchOptions) => Promise<ExtendedBrowser>;
};

export const browsers: Record<BrowserName, Kind> = {
  chromium: {
    find: findBrowser,
    build: (outDir) => buildExtension('chrome', outDir),
    launch: launchWithExtension,
  },
  firefox: { find: findFirefox, build: (outDir) => buildExtension('firefox', outDir), launch: launchFirefox },
};
