import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as acts from '#scripts/firefox/window-acts.ts';
import { type ExtendedFirefox, findFirefox, launchFirefox } from '#scripts/firefox.ts';
import { pairInOptions } from '#scripts/start/demo-browser.ts';
import { builtExtension } from '../built.ts';
import { lettersOfCustomers, openDemoOffice } from '../demo-inbox.ts';
import { untilPanel } from '../panel-reader.ts';
import type { Office } from '../world.ts';

const [first, second] = lettersOfCustomers;
if (!first || !second) throw new Error('the sample has too few customers who write');

let userDataDir: string;
let office: Office;
let firefox: ExtendedFirefox;
let page: Page;

beforeAll(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'suki-sidebar-'));
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('There is no Firefox here: npm run setup');
  office = await openDemoOffice();
  const extensionDir = await builtExtension();
  firefox = await launchFirefox({ executablePath, extensionDir, userDataDir, headless: true, grants: [] });
  const options = await firefox.browser.newPage();
  await options.goto(`${firefox.origin}/options.html`);
  await pairInOptions(options, await office.serving().invite('Mia'));
  await options.close();
  page = await firefox.browser.newPage();
  await page.goto(`${office.serving().url}/demo#/c/${first.id}`);
});
afterAll(async () => {
  await firefox?.close();
  await office?.remove();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** What stands in the page beside its own content. */
const guests = (): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('html > :not(head, body)').length);
const shows = (panel: Page, name: string) =>
  untilPanel(panel, (seen) => seen.shows === 'customer' && seen.name === name, 20_000);

describe('in Firefox', () => {
  it('where the sidebar may not open, a press of the button says in the page how, and only then', async () => {
    expect(await guests()).toBe(0);
    await firefox.inWindow(acts.refuseSidebars);
    await firefox.inWindow(acts.pressButton);
    await expect.poll(guests, { timeout: 60_000 }).toBe(1);
    // A second press brings it back in place of the first.
    await page.$eval('html > :not(head, body)', (first) => first.setAttribute('data-first', ''));
    await firefox.inWindow(acts.pressButton);
    await page.waitForFunction(() => document.querySelector('[data-first]') === null, { timeout: 60_000 });
    await expect.poll(guests, { timeout: 60_000 }).toBe(1);
    await page.keyboard.press('Escape');
    expect(await guests()).toBe(0);
    await firefox.inWindow(acts.allowSidebars);
    await firefox.openPanel(page);
    expect(await guests()).toBe(0);
  });

  it('the button in the sidebar turns the site on, by the question that Firefox asks', async () => {
    const panel = await firefox.openPanel(page);
    await untilPanel(panel, (seen) => seen.shows === 'notice' && seen.title.includes('127.0.0.1'), 10_000);
    await panel.locator('main button').click();
    const answer = () => firefox.inWindow(acts.answerQuestion);
    await expect.poll(answer, { timeout: 60_000 }).toContain('127.0.0.1');
    // The page was open before, and is read without a reload.
    await shows(panel, first.name);
  });

  it('what sleeps in the background wakes for a page that shows another person, and for the button', async () => {
    const panel = await firefox.openPanel(page);
    await firefox.inWindow(acts.sleep);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/c/${second.id}`);
    await shows(panel, second.name);
    await firefox.inWindow(acts.closeSidebar);
    await firefox.inWindow(acts.sleep);
    await shows(await firefox.openPanel(page), second.name);
  });

  it('the sidebar follows the tab that is in front', async () => {
    const panel = await firefox.openPanel(page);
    const other = await firefox.browser.newPage();
    await other.goto(`${office.serving().url}/demo#/c/${first.id}`);
    await shows(panel, first.name);
    await page.bringToFront();
    await shows(panel, second.name);
    await other.bringToFront();
    await shows(panel, first.name);
    await other.close();
    await shows(panel, second.name);
  });
});
