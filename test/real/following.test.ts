import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersOfCustomers, openDemoOffice, ownerOf } from './demo-inbox.ts';
import { readDiary, startDiary, untilPanel } from './panel-reader.ts';
import { hireRep, type Office, type Rep } from './world.ts';

const [first, second, third] = lettersOfCustomers;
if (!first || !second || !third) throw new Error('the sample has too few customers who write');

let office: Office;
let mia: Rep;
let page: Page;
let panel: Page;
const urlOf = ({ id }: { id: string }): string => `${office.serving().url}/demo#/c/${id}`;
const shows = ({ name }: { name: string }) =>
  untilPanel(panel, (seen) => seen.shows === 'customer' && seen.name === name, 15_000);

beforeAll(async () => {
  office = await openDemoOffice();
  mia = await hireRep(office, 'Mia');
  page = await mia.page(urlOf(first));
  panel = await mia.panel(page);
  await shows(first);
});
afterAll(async () => {
  await mia?.leave();
  await office?.remove();
});

describe('the panel follows', () => {
  it('the page from conversation to conversation, back and forth, without anybody else in between', async () => {
    await startDiary(panel);
    await page.evaluate((hash) => location.assign(hash), `#/c/${second.id}`);
    await shows(second);
    await page.evaluate(() => history.back());
    await shows(first);
    const names = (await readDiary(panel)).map((address) => ownerOf(address)?.profile.name);
    expect(names).toEqual([first, second, first].map(({ name }) => name));
  });

  it('the tab that is in front', async () => {
    const other = await mia.page(urlOf(second));
    await other.bringToFront();
    await shows(second);
    await page.bringToFront();
    await shows(first);
    await other.close();
    await shows(first);
  });

  it('a message that was opened in a window of its own, and comes back when that is closed', async () => {
    const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
    await page.evaluate(
      (url) => void window.open(url, 'message', 'popup,width=500,height=400'),
      urlOf(third),
    );
    const popup = (await opened) ?? expect.fail('no window opened');
    await shows(third);
    await popup.close();
    await shows(first);
  });
});
