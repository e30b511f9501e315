import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoRoutes } from '#server/demo/routes.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { readDiary, startDiary, untilPanel } from './panel-reader.ts';
import { hireRep, type Office, openOffice, type Rep } from './world.ts';

const sample = sampleWorkspace({ seed: 1, now: Date.now() });
const nameOf = new Map(
  sample.profiles.flatMap(({ profile }) => profile.addresses.map((address) => [address, profile.name])),
);
/** Conversations of the demo inbox with three different customers. */
const mails = sample.conversations
  .filter(({ from }) => nameOf.has(from.address))
  .filter(({ from }, at, all) => all.findIndex((other) => other.from.address === from.address) === at)
  .slice(0, 3);
const [first, second, third] = mails;
if (!first || !second || !third) throw new Error('the sample has too few customers who write');

let office: Office;
let mia: Rep;
let page: Page;
let panel: Page;
const urlOf = ({ id }: { id: string }): string => `${office.serving().url}/demo#/c/${id}`;
const until = ({ from }: { from: { address: string } }) =>
  untilPanel(panel, (seen) => seen.shows === 'customer' && seen.name === nameOf.get(from.address), 15_000);

beforeAll(async () => {
  office = await openOffice(
    sample,
    (app) => void app.route('/', demoRoutes({ conversations: sample.conversations })),
  );
  mia = await hireRep(office, 'Mia');
  page = await mia.page(urlOf(first));
  panel = await mia.panel(page);
  await until(first);
});
afterAll(async () => {
  await mia?.leave();
  await office?.remove();
});

describe('the panel follows', () => {
  it('the page from conversation to conversation, back and forth, without anybody else in between', async () => {
    await startDiary(panel);
    await page.evaluate((hash) => location.assign(hash), `#/c/${second.id}`);
    await until(second);
    await page.evaluate(() => history.back());
    await until(first);
    const names = (await readDiary(panel)).map((address) => nameOf.get(address));
    expect(names).toEqual([first, second, first].map(({ from }) => nameOf.get(from.address)));
  });

  it('the tab that is in front', async () => {
    const other = await mia.page(urlOf(second));
    await other.bringToFront();
    await until(second);
    await page.bringToFront();
    await until(first);
    await other.close();
    await until(first);
  });

  it('a message that was opened in a window of its own, and comes back when that is closed', async () => {
    const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
    await page.evaluate(
      (url) => void window.open(url, 'message', 'popup,width=500,height=400'),
      urlOf(third),
    );
    const popup = (await opened) ?? expect.fail('no window opened');
    await until(third);
    await popup.close();
    await until(first);
  });
});
