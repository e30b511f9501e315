import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserName, builtExtension } from './built.ts';
import { lettersOfCustomers, openDemoOffice } from './demo-inbox.ts';
import { untilPanel } from './panel-reader.ts';
import { hireRep, type Office, type Rep } from './world.ts';

const [before, after, last] = lettersOfCustomers;
if (!before || !after || !last) throw new Error('the sample has too few customers who write');

/**
 * Goes before the page script: notes in the page who speaks to the worker, by how many started before, also in vain. An event lets
 * all that ever ran say a word.
 */
const NOTING = `(() => {
  const { dataset } = document.documentElement;
  const me = (dataset.scripts = String(Number(dataset.scripts ?? 0) + 1));
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = (...args) => {
    dataset.spoke = (dataset.spoke ?? '') + me;
    return send(...args);
  };
  document.addEventListener('late', () => runtime.sendMessage({ type: 'late' }));
})();
`;

let folder: string;
let office: Office;
let rep: Rep;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suki-update-'));
  cpSync(await builtExtension(), folder, { recursive: true });
  const script = join(folder, 'page.js');
  writeFileSync(script, NOTING + readFileSync(script, 'utf8'));
  office = await openDemoOffice();
  rep = await hireRep(office, 'Mia', { extensionDir: folder });
  page = await rep.page(`${office.serving().url}/demo#/c/${before.id}`);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});
afterAll(async () => {
  await rep?.leave();
  await office?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const shows = async (name: string): Promise<void> => {
  const panel = await rep.panel(page);
  await untilPanel(panel, (seen) => seen.shows === 'customer' && seen.name === name, 20_000);
};
/** The next mail, in the page as it stands. */
const turnTo = (id: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/c/${id}`);

/** Who spoke to the worker so far: a digit for each word. */
const spoken = () => page.evaluate(() => document.documentElement.dataset.spoke ?? '');

const update = async (version: string): Promise<void> => {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version }));
  await rep.browser().update();
};

describe('an update of the extension while a mail is open', () => {
  it('goes on with the page as it stands, without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { since: 'before the update' }));
    await shows(before.name);
    await update('0.1.1');
    await shows(before.name);
    await turnTo(after.id);
    await shows(after.name);
    const panel = await rep.panel(page);
    expect(await panel.evaluate(() => chrome.runtime.getManifest().version)).toBe('0.1.1');
    expect(await page.evaluate(() => 'since' in window)).toBe(true);
  });

  it('and once more, while no panel is open', async () => {
    await update('0.1.2');
    await turnTo(last.id);
    await shows(last.name);
    expect(await page.evaluate(() => 'since' in window)).toBe(true);
  });

  it('and what ran before is silent', async () => {
    expect(complaints).toEqual([]);
    // Each spoke in its own time, and none after the next had begun.
    expect(await spoken()).toMatch(/^1+2+3+$/);
  });

  it('and would have been heard, had it said a word', async () => {
    const before = await spoken();
    await page.evaluate(() => document.dispatchEvent(new Event('late')));
    // Firefox lets nothing of an older version run on.
    await expect.poll(spoken).toBe(`${before}${browserName === 'firefox' ? '3' : '123'}`);
    const vain = complaints.filter((one) => one.includes('context invalidated'));
    expect(vain).toHaveLength(browserName === 'firefox' ? 0 : 2);
  });
});
