import { type BrowserName, browsers } from '#scripts/browsers.ts';

/** What is not Firefox is Chromium. */
export const asBrowserName = (word: string | undefined): BrowserName =>
  word === 'firefox' ? 'firefox' : 'chromium';

/** The browser that this run of the suite is in. */
export const browserName: BrowserName = asBrowserName(process.env.SUKI_BROWSER);

/** The variable in which a run of the suite tells its files where the extension is. */
export const builtFor = (name: BrowserName): string => `SUKI_BUILT_${name.toUpperCase()}`;

/** The extension for the browser of this run: the suite's, or built now for a script of its own. */
export const builtExtension = async (): Promise<string> =>
  process.env[builtFor(browserName)] ?? browsers[browserName].build();
