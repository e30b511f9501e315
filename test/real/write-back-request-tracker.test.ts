import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInToRequestTracker } from './browser/request-tracker.ts';
import {
  complaining,
  INSERTED,
  insertDraft,
  logReply,
  offersNothing,
  TEXT,
  takeBack,
  touchpoints,
  until,
  untilOffered,
} from './browser/write-back.ts';
import { customers, mails, render } from './mails/index.ts';
import { untilPanel } from './panel-reader.ts';
import { type RequestTracker, startRequestTracker } from './systems/request-tracker.ts';
import { hireRep, type Office, openOffice, type Rep } from './world.ts';

let tracker: RequestTracker;
let office: Office;
let rep: Rep;
let page: Page;
let panel: Page;

beforeAll(async () => {
  tracker = await startRequestTracker({
    mails: await render(
      mails.filter(({ id }) => id === 'maria-order' || id === 'somchai-grinder'),
      new Date(),
    ),
    login: { user: 'rita', password: 'only-here' },
  });
  office = await openOffice(complaining(Date.now()));
  rep = await hireRep(office, 'Rita Rep');
  page = await rep.page();
  page.on('dialog', (dialog) => void dialog.accept());
  await signInToRequestTracker(page, tracker);
  panel = await rep.panel(page);
});
afterAll(async () => {
  await rep?.leave();
  await office?.remove();
  await tracker?.stop();
});

const ticket = (): string => `id=${tracker.ticketOf('maria-order')}`;
const hasMaria = () =>
  untilPanel(panel, (seen) => seen.shows === 'customer' && seen.name === customers.maria.name, 20_000);

/** Opens the form for a reply, and its formatted editor: a frame whose address is its parent's. */
const write = async (): Promise<Frame> => {
  await page.goto(`${tracker.url}Ticket/Update.html?${ticket()}&Action=Respond`, {
    waitUntil: 'domcontentloaded',
  });
  await hasMaria();
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
    expect(await touchpoints(office, customers.maria)).toEqual([]);
    await logReply(panel);
    await until('it on the server', async () => (await touchpoints(office, customers.maria)).length > 0);
    await offersNothing(panel, 2_000);
    expect(await touchpoints(office, customers.maria)).toMatchObject([{ kind: 'EMAIL', direction: 'out' }]);
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
    await hasMaria();
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
