import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveEditors } from './browser/editor-pages.ts';
import {
  type Desk,
  INSERTED,
  insertDraft,
  logReply,
  offersNothing,
  openDesk,
  TEXT,
  takeBack,
  touchpoints,
  untilBeside,
  untilOffered,
} from './browser/write-back.ts';
import { customers } from './mails/index.ts';
import { press, untilPanel } from './panel-reader.ts';
import { until } from './until.ts';

let editors: { url: string; stop: () => Promise<void> };
let desk: Desk;
let page: Page;
let panel: Page;

beforeAll(async () => {
  editors = await serveEditors();
  desk = await openDesk();
  page = await desk.rep.page(`${editors.url}/demo/none`);
  panel = await desk.rep.panel(page);
});
afterAll(async () => {
  await desk?.close();
  await editors?.stop();
});

const open = async (name: string, whom: { name: string } = customers.maria): Promise<void> => {
  // From a page without anybody: the panel may still show the same customer of the page before, which is not watched any more.
  await page.goto('about:blank');
  await untilPanel(panel, ({ shows }) => shows === 'notice');
  await page.goto(`${editors.url}/demo/${name}`, { waitUntil: 'domcontentloaded' });
  await untilBeside(panel, whom);
};
const box = async (selector: string): Promise<ElementHandle<HTMLElement>> => {
  const found = await page.waitForSelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found as ElementHandle<HTMLElement>;
};
const linesOf = (element: ElementHandle<HTMLElement>): Promise<string> =>
  element.evaluate(({ innerText }) => innerText.replaceAll('\u00a0', ' '));
const markupOf = (element: ElementHandle<HTMLElement>): Promise<string> =>
  element.evaluate((one) => one.innerHTML);
const textOf = (element: ElementHandle<HTMLElement>): Promise<string> =>
  element.evaluate((one) => (one as HTMLTextAreaElement).value);

describe('a box of formatted text', () => {
  it('gets the text at its cursor, each line a line of its own, as typed; Ctrl+Z takes all of it back', async () => {
    await open('rich');
    const body = await box('#box');
    const before = await markupOf(body);
    await body.click({ offset: { x: 5, y: 5 } });
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    const lines = (await linesOf(body)).split('\n');
    expect(lines.filter(Boolean).slice(0, 3)).toEqual(TEXT.split('\n').filter(Boolean));
    expect(lines.indexOf("I've looked into it myself 🌻 سلام دوست عزیز")).toBeGreaterThan(1);
    expect(await body.$('b')).toBeNull();
    expect(await page.title()).toBe('Mail');
    await body.focus();
    await takeBack(page);
    expect(await markupOf(body)).toBe(before);
  });

  it('keeps what the rep has written, and replaces only what they have selected', async () => {
    await open('rich');
    const body = await box('#box');
    await body.click({ offset: { x: 5, y: 5 } });
    await page.keyboard.type('Dear Maria, REPLACE me');
    for (let n = 0; n < 'REPLACE me'.length; n++) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.up('Shift');
    expect(await insertDraft(panel, 'it is on its way since this morning')).toBe(INSERTED);
    expect(await linesOf(body)).toContain('Dear Maria, it is on its way since this morning');
    expect(await linesOf(body)).not.toContain('REPLACE');
  });

  it('is found when the cursor stands in the subject or nowhere, and the subject stays as it is', async () => {
    for (const elsewhere of ['[name="subjectbox"]', '[type="search"]']) {
      await open('rich');
      await page.click(elsewhere);
      expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
      expect(await linesOf(await box('#box'))).toContain('Hello <b>Maria</b> & "friends",');
      expect(await textOf(await box('[name="subjectbox"]'))).toBe('Re: Where is my order?');
      expect(await textOf(await box('[type="search"]'))).toBe('');
    }
  });
});

describe('boxes inside open shadow roots and frames', () => {
  it.each([
    ['formatted', '>>> #box'],
    ['plain', '>>> #plain'],
  ])('the %s one gets the text where the cursor stands, and gives it back', async (_, selector) => {
    await open('shadow');
    const body = await box(selector);
    const read = selector.includes('plain') ? textOf : linesOf;
    await body.click();
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    expect((await read(body)).split('\n').filter(Boolean)).toEqual(TEXT.split('\n').filter(Boolean));
    await body.focus();
    await takeBack(page);
    expect((await read(body)).trim()).toBe('');
  });

  it('an empty frame in design mode gets it, and gives it back', async () => {
    await open('frame');
    const frame = await (await box('#inner')).contentFrame();
    if (!frame) throw new Error('the frame is empty');
    await frame.click('body');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    const lines = () => frame.evaluate(() => document.body.innerText.replaceAll('\u00a0', ' ').split('\n'));
    expect((await lines()).filter(Boolean)).toEqual(TEXT.split('\n').filter(Boolean));
    await takeBack(page);
    expect((await lines()).join('').trim()).toBe('');
  });
});

describe('where it is not clear which is meant', () => {
  it('says so while two replies are open, and takes the one that the rep was in last', async () => {
    await open('two');
    expect(await insertDraft(panel, TEXT)).toContain('More than one reply is open');
    await page.click('#other');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    expect(await textOf(await box('#one'))).toBe('');
    expect(await textOf(await box('#other'))).toBe(TEXT);
  });

  it('says that no reply is open, and the text can still be copied', async () => {
    await open('none');
    expect(await insertDraft(panel, TEXT)).toContain('No open reply found');
    const copy = await panel.$eval('::-p-xpath(//button[normalize-space()="Copy"])', (b) =>
      b.hasAttribute('disabled'),
    );
    expect(copy).toBe(false);
  });
});

describe('a reply that is to somebody else', () => {
  it('gets the draft of whoever is in view only when the rep says so once more, and is not offered for their log', async () => {
    await open('elsewhere');
    const body = await box('#box');
    const before = await markupOf(body);
    expect(await insertDraft(panel, TEXT)).toContain('goes to \u2068omar@else.example\u2069');
    expect(await markupOf(body)).toBe(before);
    await press(panel, 'Insert anyway');
    await until('the text', async () => (await linesOf(body)).includes('Hello <b>Maria</b> & "friends",'));
    await page.click('#send');
    await offersNothing(panel, 2_000);
    expect(await page.title()).toBe('send');
    expect(await touchpoints(desk.office, customers.maria)).toEqual([]);
  });
});

describe('a reply that goes out', () => {
  const leaveBy = async (name: string): Promise<void> => {
    await open('button');
    await page.type('#plain', 'On its way.');
    await page.$eval('#act', (one, said) => one.replaceChildren(said), name);
    await page.click('#act');
  };
  it.each(['Send feedback', 'Submit as internal note', 'Send later', 'Verzenden annuleren'])(
    'is none when what was pressed says “%s”',
    async (name) => {
      await leaveBy(name);
      await offersNothing(panel, 1_500);
    },
  );
  it.each(['Reply', 'Post', 'Pošalji'])('is one when a composer’s own button says “%s”', async (name) => {
    await leaveBy(name);
    expect(await untilOffered(panel)).toContain(customers.maria.name);
    await panel.locator('[aria-label="Do not log it"]').click();
  });

  it('is offered for whom it was to when the page goes on to the next customer by itself', async () => {
    await open('queue');
    await page.type('#plain', 'On its way.');
    await page.click('#send');
    await untilBeside(panel, customers.somchai);
    expect(await untilOffered(panel)).toContain(customers.maria.name);
    await panel.locator('[aria-label="Do not log it"]').click();
  });

  it('is offered for the log when Send was pressed, and logged once by one click, with a way back', async () => {
    await open('rich');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    await page.click('#send');
    expect(await untilOffered(panel)).toContain(customers.maria.name);
    await logReply(panel);
    await until(
      'it on the server',
      async () => (await touchpoints(desk.office, customers.maria)).length === 1,
    );
    await offersNothing(panel, 1_000);
    await panel.locator('::-p-text(Undo)').click();
    await until('it gone', async () => (await touchpoints(desk.office, customers.maria)).length === 0);
  });

  it('is offered when the rep wrote it alone, and inside shadow roots', async () => {
    await open('shadow');
    await (await box('>>> #plain')).click();
    await page.keyboard.type('On its way.');
    await (await box('>>> #send')).click();
    expect(await untilOffered(panel)).toContain(customers.maria.name);
    await panel.locator('[aria-label="Do not log it"]').click();
    await offersNothing(panel, 500);
  });

  it('is offered from a frame, too, and no more beside the next customer', async () => {
    await open('frame');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    await page.click('#send');
    expect(await untilOffered(panel)).toContain(customers.maria.name);
    await open('other', customers.somchai);
    await offersNothing(panel, 500);
    await open('none');
    await offersNothing(panel, 500);
  });

  it('is not offered when it was thrown away, was empty, or was typed on after all', async () => {
    await open('rich');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    await page.click('#discard');
    await offersNothing(panel, 2_000);
    expect(await page.title()).toBe('discard');

    await open('shadow');
    await (await box('>>> #send')).click();
    await offersNothing(panel, 2_000);

    // "Send" is refused for want of an address; the rep goes on and throws it away then.
    await open('refusing');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    await page.click('#send');
    await page.focus('#box');
    await page.keyboard.type('!');
    await page.click('#discard');
    await offersNothing(panel, 2_000);
    expect(await touchpoints(desk.office, customers.maria)).toEqual([]);
  });
});
