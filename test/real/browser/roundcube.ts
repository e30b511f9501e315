import type { Frame, Page } from 'puppeteer-core';
import type { Roundcube } from '#test/real/systems/roundcube.ts';
import { signIn } from './sign-in.ts';

/** Signs in and waits for the list of mails. */
export const signInToRoundcube = (page: Page, roundcube: Roundcube): Promise<void> =>
  signIn(page, roundcube, {
    user: '#rcmloginuser',
    password: '#rcmloginpwd',
    submit: '#rcmloginsubmit',
    inside: '#messagelist tr.message',
  });

/** Shows a folder's list. */
export const openFolder = async (page: Page, folder: 'INBOX' | 'Sent'): Promise<void> => {
  await page.goto(new URL(`?_task=mail&_mbox=${folder}`, page.url()).href, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('#messagelist tr.message');
};

/** The frame that the three-pane layout shows a mail in. */
const previewOf = async (page: Page): Promise<Frame> => {
  const element = await page.waitForSelector('#messagecontframe');
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('Roundcube shows no preview here');
  return frame;
};

/** What a mail's own list row says: its number in the mailbox, by subject. */
const uidOf = (page: Page, subject: string): Promise<string> =>
  page.$$eval(
    '#messagelist tr.message .subject a[href*="_uid="]',
    (links, wanted) => {
      const found = links.find((link) => link.textContent?.trim() === wanted);
      const uid = found && new URL((found as HTMLAnchorElement).href).searchParams.get('_uid');
      if (!uid) throw new Error(`no mail in this list has the subject ${wanted}`);
      return uid;
    },
    subject,
  );

/** Clicks a mail in the list and waits until the preview shows it. The address of the page does not change. */
export const previewMail = async (page: Page, subject: string): Promise<Frame> => {
  const uid = await uidOf(page, subject);
  const row = `#messagelist tr.message .subject a[href*="_uid=${uid}&"], #messagelist tr.message .subject a[href$="_uid=${uid}"]`;
  const frame = await previewOf(page);
  const shown = () =>
    frame
      .waitForFunction(
        (wanted) =>
          new URLSearchParams(location.search).get('_uid') === wanted &&
          document.querySelector('#messagebody'),
        { timeout: 5_000 },
        uid,
      )
      .then(
        () => true,
        () => false,
      );
  // Roundcube takes two clicks in short succession for a double click, drops one that comes while it loads, and
  // makes the row anew when the mail is read.
  for (let tries = 0; tries < 4; tries++) {
    const link = await page.waitForSelector(row);
    await link?.scrollIntoView().catch(() => {});
    await link?.click().catch(() => {});
    if (await shown()) return frame;
  }
  throw new Error(`Roundcube did not show "${subject}" after four clicks`);
};

/** Opens a mail by itself, as a double click does: a full load. */
export const openMail = async (page: Page, subject: string): Promise<void> => {
  const uid = await uidOf(page, subject);
  const folder = new URL(page.url()).searchParams.get('_mbox') ?? 'INBOX';
  await page.goto(new URL(`?_task=mail&_mbox=${folder}&_uid=${uid}&_action=show`, page.url()).href, {
    waitUntil: 'domcontentloaded',
  });
  await page.waitForSelector('#messagebody');
};
