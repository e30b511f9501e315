import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRoutes } from '#server/demo/routes.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { builtExtension } from './built.ts';
import { untilPanel } from './panel-reader.ts';
import { hireRep, type Office, openOffice, type Rep } from './world.ts';

const sample = sampleWorkspace({ seed: 1, now: Date.now() });
const known = sample.conversations
  .filter(({ folder, to, cc }) => folder === 'inbox' && to.length === 1 && !cc)
  .flatMap((conversation) => {
    const owner = sample.profiles.find(({ profile }) =>
      profile.addresses.includes(conversation.from.address),
    );
    return owner ? [{ id: conversation.id, name: owner.profile.name }] : [];
  })
  .filter(({ name }, n, all) => all.findIndex((one) => one.name === name) === n);
const [before, after, last] = known;
if (!before || !after || !last) throw new Error('the sample has too few customers who write');

let folder: string;
let office: Office;
let rep: Rep;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suki-update-'));
  cpSync(await builtExtension(), folder, { recursive: true });
  office = await openOffice(
    sample,
    (app) => void app.route('/', demoRoutes({ conversations: sample.conversations })),
  );
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

  it('and what ran before is silent', () => {
    expect(complaints).toEqual([]);
  });
});
