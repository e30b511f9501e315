import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createZip } from '@aklinker1/zero-zip';
import puppeteer, { type Page } from 'puppeteer-core';
import { z } from 'zod';
import { atRest, type ExtendedBrowser, findProgram, type LaunchOptions } from './extended-browser.ts';
import { type InWindow, openWindowDoor } from './firefox/chrome-window.ts';
import * as acts from './firefox/window-acts.ts';
import { listeningAt, openWire, type Wire } from './firefox/wire.ts';

const names = ['firefox-esr', 'firefox-devedition', 'firefox-nightly'];
const folders = ['/usr/bin', '/usr/local/bin', '/usr/lib/firefox-esr', '/opt/firefox-esr'];

/** The path of a Firefox on this machine that may be told to take unsigned extensions; undefined when there is none. */
export const findFirefox = (): string | undefined => findProgram(names, folders);

const preferences = {
  'xpinstall.signatures.required': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.sessionstore.resume_from_crash': false,
  'browser.warnOnQuit': false,
  'browser.aboutwelcome.enabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.cosmeticAnimations.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,#none',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'security.notification_enable_delay': 0,
  // Else puppeteer could not press a mouse button in frames of other sites (bug 1773393).
  'fission.webContentIsolationStrategy': 0,
};

const writePreferences = (userDataDir: string, scale: number): void => {
  mkdirSync(userDataDir, { recursive: true });
  const all = { ...preferences, 'layout.css.devPixelsPerPx': String(scale) };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(userDataDir, 'user.js'), lines.join(''));
};

const packed = async (folder: string): Promise<string> => {
  const zip = createZip();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    zip.addFile(path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path));
  }
  return (await zip.toBuffer()).toString('base64');
};

const Manifest = z.object({
  browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }),
  sidebar_action: z.object({ default_panel: z.string() }),
});
const manifestOf = (folder: string): z.infer<typeof Manifest> =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));

const exit = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** The sidebar as a page of puppeteer's, which by itself knows tabs only. */
const sidebarPage = async (
  { browser, panelUrl }: Pick<ExtendedBrowser, 'browser' | 'panelUrl'>,
  wire: Wire,
  inWindow: InWindow,
  known: Map<string, Page>,
): Promise<Page> => {
  const start = Date.now();
  for (;;) {
    const context = z
      .string()
      .nullable()
      .parse(await inWindow(acts.sidebarContext, { url: panelUrl }));
    const page = context === null ? undefined : known.get(context);
    if (page) return page;
    if (context !== null) {
      const created = { context, url: panelUrl, children: [], parent: null, originalOpener: null };
      const before = new Set(await browser.pages());
      wire.tell('browsingContext.contextCreated', { ...created, userContext: 'default', clientWindow: '' });
      const added = (await browser.pages()).find((one) => !before.has(one));
      if (!added) throw new Error('puppeteer does not take the sidebar for a page');
      known.set(context, added);
      return added;
    }
    if (Date.now() - start > 15_000) throw new Error('the sidebar did not open');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export type ExtendedFirefox = ExtendedBrowser & { inWindow: InWindow };

/**
 * Starts Firefox with the extension installed as from its store, and the optional hosts granted. A profile that had it before keeps
 * it, with its data and its grants.
 */
export const launchFirefox = async (options: LaunchOptions): Promise<ExtendedFirefox> => {
  const { executablePath, extensionDir, userDataDir, headless, grants, scale = 1 } = options;
  const { width, height } = options.windowSize ?? { width: 1280, height: 860 };
  writePreferences(userDataDir, scale);
  const manifest = manifestOf(extensionDir);
  const extensionId = manifest.browser_specific_settings.gecko.id;
  const child = spawn(
    executablePath,
    [
      ...(headless ? ['--headless'] : []),
      ...[
        '--no-remote',
        '--profile',
        userDataDir,
        '--remote-debugging-port=0',
        '--remote-allow-system-access',
      ],
      ...[`--width=${width}`, `--height=${height}`, 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  // Whoever started it may go without a word.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const kill = async (): Promise<void> => {
    end();
    await exit(child);
  };
  try {
    const wire = await openWire(await listeningAt(child));
    const { transport } = wire;
    const browser = await puppeteer.connect({ transport, protocol: 'webDriverBiDi', defaultViewport: null });
    const inWindow = await openWindowDoor(wire, extensionId);
    const install = async (): Promise<void> => {
      const extensionData = { type: 'base64', value: await packed(extensionDir) };
      await wire.send('webExtension.install', { extensionData, 'moz:permanent': true });
    };
    if (!(await inWindow(acts.isInstalled))) await install();
    const origin = z.string().parse(await inWindow(acts.originOf));
    const panelUrl = `${origin}/${manifest.sidebar_action.default_panel}`;
    const grant = async (hosts: readonly string[]): Promise<void> => {
      if (hosts.length > 0) await inWindow(acts.grant, { hosts });
    };
    await grant(grants);
    // Firefox shows the sidebar of what was just installed.
    await inWindow(acts.closeSidebar);
    const known = new Map<string, Page>();
    return {
      ...{ browser, extensionId, origin, panelUrl, inWindow, grant, kill },
      update: async () => {
        await install();
        await inWindow(acts.originOf);
      },
      openPanel: async (page) => {
        await page.bringToFront();
        if (!(await inWindow(acts.sidebarContext, { url: panelUrl }))) await inWindow(acts.pressButton);
        return atRest(page, await sidebarPage({ browser, panelUrl }, wire, inWindow, known));
      },
      close: async () => {
        await browser.close();
        const late = setTimeout(end, 10_000);
        await exit(child);
        clearTimeout(late);
      },
    };
  } catch (error) {
    await kill();
    throw error;
  }
};
