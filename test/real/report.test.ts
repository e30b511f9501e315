import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Report } from '#lib/contract/report.ts';
import { isSkeletonLine } from '#lib/contract/report-line.ts';
import { browserName } from './built.ts';
import { lettersOfCustomers, openDemoOffice, sample } from './demo-inbox.ts';
import { press, untilPanel } from './panel-reader.ts';
import { lookAtReport, readReport, reportsIn, wordsOf } from './report-reader.ts';
import { openWiretap, type Wiretap } from './wiretap.ts';
import { hireRep, type Office, type Rep } from './world.ts';

const [conversation] = lettersOfCustomers;
if (!conversation) throw new Error('the sample has no customer who writes');

let office: Office;
let tap: Wiretap;
let rep: Rep;
let page: Page;
let panel: Page;

beforeAll(async () => {
  office = await openDemoOffice();
  tap = await openWiretap(office.serving().url);
  // The first member is an admin.
  rep = await hireRep(office, 'Mia', { server: tap.url });
  page = await rep.page(`${office.serving().url}/demo#/c/${conversation.id}`);
  panel = await rep.panel(page);
  await untilPanel(panel, (seen) => seen.shows === 'customer', 20_000);
});
afterAll(async () => {
  await rep?.leave();
  await tap?.close();
  await office?.remove();
});

it('[S65] somebody else: the rep sees what would be reported, and nothing of it leaves before the click', async () => {
  await press(panel, 'How Suki knows');
  await press(panel, 'This is somebody else');
  await untilPanel(panel, (seen) => seen.shows === 'pick');
  const [lines = []] = await lookAtReport(panel);
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect([line, isSkeletonLine(line)]).toEqual([line, true]);
  // What mends a detector is in it: the article, the sender's link, and what kind of value stood there.
  expect(lines.join('\n')).toMatch(/article .*data-conversation=…/);
  expect(lines.join('\n')).toMatch(/a class=from.* href=…mailto/);
  await press(panel, 'Don’t send');
  await panel.waitForSelector('[data-part="report"]', { hidden: true });
  expect(reportsIn(tap.sent())).toEqual([]);
});

it('is closed when the page goes elsewhere, and none of it was sent', async () => {
  await lookAtReport(panel);
  const { href, hash } = await page.evaluate(() => ({ href: location.href, hash: location.hash }));
  await page.evaluate(() => {
    location.hash = '';
  });
  await panel.waitForSelector('[data-part="report"]', { hidden: true });
  expect(reportsIn(tap.sent())).toEqual([]);
  expect(hash).not.toBe('');
  await page.goto(href);
  await untilPanel(panel, (seen) => seen.shows === 'pick', 20_000);
});

it('[S65] without the server it says so, keeps nothing and holds nothing up', async () => {
  await lookAtReport(panel);
  await office.stop();
  await press(panel, 'Send to your server');
  await panel.waitForSelector('[role="dialog"] [role="alert"]');
  expect(await panel.$eval('[role="dialog"] [role="alert"]', (one) => one.textContent)).toContain(
    'Nothing was sent',
  );
  await press(panel, 'Don’t send');
  await office.start();
  await panel.waitForFunction(() => document.querySelector('footer')?.textContent?.includes('All saved'), {
    timeout: 60_000,
  });
  const rows = await office.serving().store.read((tx) => tx.selectFrom('reports').select('id').execute());
  expect(rows).toEqual([]);
});

it('sent, it is what was shown, with no word of the page in it, and the admin sees the count and the report', async () => {
  const before = reportsIn(tap.sent()).length;
  const [lines = []] = await lookAtReport(panel);
  await press(panel, 'Send to your server');
  await panel.waitForSelector('[role="dialog"] [role="status"]');
  const [body = '', ...more] = reportsIn(tap.sent()).slice(before);
  expect(more).toEqual([]);
  const report = Report.parse(JSON.parse(body));
  const { documents, ...rest } = report;
  expect(rest).toEqual({
    ...{ id: expect.any(String), code: 'wrong-person', host: 'demo', version: expect.any(String), unread: 0 },
    ...{ extension: expect.any(String), browser: browserName === 'firefox' ? 'firefox' : 'chrome' },
  });
  expect(documents.flatMap((document) => document.lines.map((line) => line.trimStart()))).toEqual(lines);
  const words = await wordsOf(page);
  expect(words.length).toBeGreaterThan(200);
  const told = new Set(
    JSON.stringify(documents.map((document) => document.lines)).match(/[\p{L}\p{N}@.]+/gu),
  );
  expect(words.filter((word) => told.has(word) && !isSkeletonLine(word))).toEqual([]);
  const people = sample.conversations.flatMap(({ from, to }) => [from, ...to]);
  for (const { address } of people) expect(body).not.toContain(address);
  expect(body).not.toContain(new URL(page.url()).port);

  const options = await rep.page(`${rep.browser().origin}/options.html`);
  await options.waitForSelector('#reports table');
  const row = await options.$eval('#reports tbody tr', (one) =>
    [...one.children].map((cell) => cell.textContent),
  );
  expect(row).toEqual([`Demo inboxas of ${report.version}`, '0', '1', 'just now']);
  await press(options, 'Reports of Demo inbox');
  await press(options, 'Open');
  expect(await readReport(options)).toEqual([lines]);
  await options.close();
});
