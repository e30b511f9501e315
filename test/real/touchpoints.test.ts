import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoOffice, ownerOf, sample } from './demo-inbox.ts';
import { readPanel, untilPanel } from './panel-reader.ts';
import { until } from './until.ts';
import { hireRep, type Office, type Rep } from './world.ts';

const conversation = sample.conversations.find(
  (c) => c.id === 'maria-santos' || c.from.address === 'maria.santos@kantocoffee.example',
);
const customer = ownerOf(conversation?.from.address ?? '');
if (!conversation || !customer) throw new Error('the sample has no Maria Santos');

let office: Office;
let mia: Rep;
let ben: Rep;
let page: Page;
let panel: Page;

/** Opens the demo inbox at Maria's mail, with the panel beside it. */
const open = async (rep: Rep): Promise<[Page, Page]> => {
  const inbox = await rep.page(`${office.serving().url}/demo#/c/${conversation.id}`);
  const beside = await rep.panel(inbox);
  await untilPanel(
    beside,
    (seen) => seen.shows === 'customer' && seen.name === customer.profile.name,
    20_000,
  );
  return [inbox, beside];
};

beforeAll(async () => {
  office = await openDemoOffice();
  mia = await hireRep(office, 'Mia');
  ben = await hireRep(office, 'Ben');
  [page, panel] = await open(mia);
});
afterAll(async () => {
  await ben?.leave();
  await mia?.leave();
  await office?.remove();
});

/** Writes `words`, presses "Note" and says how many milliseconds later they stand in the panel, by the panel's own clock. */
const logNote = async (beside: Page, words: string): Promise<number> => {
  await beside.waitForSelector('[data-part="log"] button');
  return beside.evaluate(async (text) => {
    const part = document.querySelector('[data-part="log"]');
    const field = part?.querySelector('input');
    const note = [...(part?.querySelectorAll('button') ?? [])].find(
      (button) => button.textContent === 'Note',
    );
    if (!field || !note) throw new Error('there is nothing to log with');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const shown = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[data-part="context"]')?.textContent?.includes(text)) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
    const start = performance.now();
    note.click();
    return (await shown) - start;
  }, words);
};

/** How often the server holds a touchpoint with these words. */
const onServer = async (words: string): Promise<number> => {
  const rows = await office
    .serving()
    .store.read((tx) =>
      tx
        .selectFrom('events')
        .select('data')
        .where('customer_id', '=', customer.id)
        .where('type', '=', 'Touchpoint Logged')
        .execute(),
    );
  return rows.filter(({ data }) => data.includes(words)).length;
};
const inPanel = (beside: Page, words: string): Promise<boolean> =>
  beside.evaluate(
    (text) => document.querySelector('[data-part="context"]')?.textContent?.includes(text) ?? false,
    words,
  );

/** Milliseconds until `holds`. */
const timeUntil = async (holds: () => Promise<boolean>, limit = 20_000): Promise<number> => {
  const start = performance.now();
  await until(String(holds), holds, limit);
  return performance.now() - start;
};

describe('a click on a touchpoint', () => {
  it('shows without waiting for the network, is on the server within 2 s and at a colleague within 3 s', async () => {
    const [, beside] = await open(ben);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    // The first clicks warm up; the best of the others is what Suki itself costs, without the machine's other work.
    const clicks: number[] = [];
    for (let n = 0; n < 10; n++) {
      clicks.push(await logNote(panel, `note number ${n}`));
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    const shown = Math.min(...clicks.slice(1));
    await logNote(panel, 'asked after the new grinder');
    const [stored, seen] = await Promise.all([
      timeUntil(async () => (await onServer('asked after the new grinder')) === 1),
      timeUntil(() => inPanel(beside, 'asked after the new grinder')),
    ]);
    console.log(
      `clicks: shown after ${clicks.map((ms) => ms.toFixed(0)).join(', ')} ms, on the server ${stored.toFixed(0)} ms, at a colleague ${seen.toFixed(0)} ms`,
    );
    // 40 to 60 ms on a quiet machine; here browsers and servers of two files share it, and a disk is waited for. What this
    // holds is that no timer stands between a click and its showing; that the network does not is held further down.
    expect(shown).toBeLessThan(1_000);
    expect(stored).toBeLessThan(2_000);
    expect(seen).toBeLessThan(3_000);
  });

  it('is taken back everywhere by Undo', async () => {
    const [, beside] = await open(ben);
    await logNote(panel, 'a slip of the mouse');
    await timeUntil(() => inPanel(beside, 'a slip of the mouse'));
    await panel.locator('::-p-text(Undo)').click();
    await timeUntil(async () => !(await inPanel(panel, 'a slip of the mouse')));
    await timeUntil(async () => (await onServer('a slip of the mouse')) === 0);
    await timeUntil(async () => !(await inPanel(beside, 'a slip of the mouse')));
  });

  it('is there exactly once after the server was away and the browser was killed', async () => {
    await office.stop();
    for (const words of ['first while away', 'second while away', 'third while away']) {
      await logNote(panel, words);
      // Sooner, a press of the same button is taken for a double click.
      await new Promise((resolve) => setTimeout(resolve, 450));
    }
    await mia.cutPower();
    await mia.restart();
    await office.start();
    [page, panel] = await open(mia);
    for (const words of ['first while away', 'second while away', 'third while away']) {
      await timeUntil(async () => (await onServer(words)) === 1, 90_000);
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    for (const words of ['first while away', 'second while away', 'third while away'])
      expect(await onServer(words)).toBe(1);
    expect(
      await panel.evaluate(() => document.querySelector('[data-part="context"]')?.textContent),
    ).toContain('third while away');
  });

  it('works while the server is away, and says so', async () => {
    await office.stop();
    // Opened anew, it has nothing but what it keeps.
    await panel.reload();
    await untilPanel(panel, (seen) => seen.shows === 'customer');
    await logNote(panel, 'written on the train');
    await timeUntil(async () =>
      (await panel.evaluate(() => document.querySelector('footer')?.textContent ?? '')).includes('1 '),
    );
    await office.start();
    await timeUntil(async () => (await onServer('written on the train')) === 1, 90_000);
    expect((await readPanel(panel)).shows).toBe('customer');
  });
});

describe('somebody who is no customer yet', () => {
  it('becomes one with two clicks, and a colleague sees them', async () => {
    const stranger = sample.conversations.find(
      (c) => c.folder === 'inbox' && !ownerOf(c.from.address) && !c.from.name.includes('@'),
    );
    if (!stranger) throw new Error('the sample has no stranger');
    await page.goto(`${office.serving().url}/demo#/c/${stranger.id}`);
    await page.reload();
    await untilPanel(panel, ({ shows }) => shows === 'stranger');
    await panel.locator('[data-part="stranger"] button[type="submit"]').click();
    await untilPanel(panel, (seen) => seen.shows === 'customer' && seen.address === stranger.from.address);
    const [inbox, beside] = await open(ben);
    await inbox.goto(`${office.serving().url}/demo#/c/${stranger.id}`);
    await inbox.reload();
    // After two absences of the server, the colleague's browser may be waiting up to a minute before it asks again.
    await untilPanel(
      beside,
      (seen) => seen.shows === 'customer' && seen.address === stranger.from.address,
      75_000,
    );
  });
});
