import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInToRequestTracker } from './browser/request-tracker.ts';
import {
  answered,
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
import { customers, render } from './mails/index.ts';
import { type RequestTracker, startRequestTracker } from './systems/request-tracker.ts';
import { until } from './until.ts';

let tracker: RequestTracker;
let desk: Desk;
let page: Page;
let panel: Page;

beforeAll(async () => {
  tracker = await startRequestTracker({
    mails: await render(answered, new Date()),
    login: { user: 'rita', password: 'only-here' },
  });
  desk = await openDesk();
  page = await desk.rep.page();
  page.on('dialog', (dialog) => void dialog.accept());
  await signInToRequestTracker(page, tracker);
  panel = await desk.rep.panel(page);
});
afterAll(async () => {
  await desk?.close();
  await tracker?.stop();
});

const ticket = (): string => `id=${tracker.ticketOf('maria-order')}`;

/** Opens the form for a reply, and its formatted editor: a frame whose address is its parent's. */
const write = async (): Promise<Frame> => {
  await page.goto(`${tracker.url}Ticket/Update.html?${ticket()}&Action=Respond`, {
    waitUntil: 'domcontentloaded',
  });
  await untilBeside(panel);
  const element = await page.waitForSelector('iframe.cke_wysiwyg_frame');
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the editor has no frame');
  await frame.waitForSelector('body.cke_editable[contenteditable="true"]');
  return frame;
};
/** The lines of an editor's own markup. */
const lines = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.body.querySelectorAll('p')].flatMap((p) =>
      p.innerText
        .replace(/[\u200b\ufeff]/g, '')
        .trim()
        .split('\n'),
    ),
  );
const shownLines = TEXT.split('\n').filter(Boolean);
/** What the ticket's page shows of what was sent. */
const history = (): Promise<string> =>
  page.evaluate(() => document.querySelector('.history')?.textContent ?? '');

const submit = async (): Promise<void> => {
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
    page.locator('input[name="SubmitTicket"]').click(),
  ]);
};

describe('a reply in Request Tracker', () => {
  it('gets the text in its CKEditor, as typed; Ctrl+Z takes it back', async () => {
    const frame = await write();
    await frame.click('body');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    expect((await lines(frame)).filter(Boolean)).toEqual(shownLines);
    expect(await frame.$('b')).toBeNull();
    await frame.focus('body');
    await takeBack(page);
    await until('an empty editor', async () => (await lines(frame)).join('').trim() === '');
  });

  it('gets it without a click into the editor, as the only one there is', async () => {
    const frame = await write();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    expect((await lines(frame)).filter(Boolean)).toEqual(shownLines);
  });

  it('is offered for the log once it went out, and logged once by one click', async () => {
    await write();
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    await submit();
    expect(await untilOffered(panel)).toContain(customers.maria.name);
    await until('the reply in the ticket', async () =>
      (await history()).includes("I've looked into it myself 🌻"),
    );
    expect(await touchpoints(desk.office, customers.maria)).toEqual([]);
    await logReply(panel);
    await until('it on the server', async () => (await touchpoints(desk.office, customers.maria)).length > 0);
    await offersNothing(panel, 2_000);
    expect(await touchpoints(desk.office, customers.maria)).toMatchObject([
      { kind: 'EMAIL', direction: 'out' },
    ]);
  });

  it('offers nothing for a comment among colleagues, nor for what is thrown away', async () => {
    await write();
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    await page.select('#UpdateType', 'private');
    await submit();
    await offersNothing(panel);
    await write();
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    await page.goto(`${tracker.url}Ticket/Display.html?${ticket()}`, { waitUntil: 'domcontentloaded' });
    await offersNothing(panel);
  });

  it('gets it in the plain editor, too', async () => {
    await page.goto(`${tracker.url}Prefs/Other.html`, { waitUntil: 'domcontentloaded' });
    await page.$eval('#MessageBoxRichText-no', (radio) => (radio as HTMLInputElement).click());
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      page.$eval('#ModifyPreferences [name="Update"]', (button) => (button as HTMLElement).click()),
    ]);
    await page.goto(`${tracker.url}Ticket/Update.html?${ticket()}&Action=Respond`, {
      waitUntil: 'domcontentloaded',
    });
    await untilBeside(panel);
    const written = () => page.$eval('#UpdateContent', (area) => (area as HTMLTextAreaElement).value);
    const before = await written();
    await page.focus('#UpdateContent');
    expect(await insertDraft(panel, TEXT)).toBe(INSERTED);
    expect(await written()).toBe(TEXT + before);
    await page.focus('#UpdateContent');
    await takeBack(page);
    expect(await written()).toBe(before);
  });
});
