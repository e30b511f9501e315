import type { Page } from 'puppeteer-core';
import type { Sogo } from '#test/real/systems/sogo.ts';
import { signIn } from './sign-in.ts';

/** Signs in and waits for the list of mails. */
export const signInToSogo = (page: Page, sogo: Sogo): Promise<void> =>
  signIn(page, sogo, {
    user: 'input[ng-model="app.creds.username"]',
    password: '#passwordField',
    submit: 'button[type="submit"]',
    inside: '.sg-message-list-item',
  });

/** Shows a folder's list, as a click on its name does: no mail is open then, and no page loads. */
export const openFolder = async (page: Page, folder: 'INBOX' | 'Sent'): Promise<void> => {
  await page.evaluate((name) => {
    location.hash = `#!/Mail/0/${name}`;
  }, folder);
  await page.waitForFunction(
    (name) =>
      location.hash.endsWith(`/${name}`) &&
      document.querySelector('.sg-message-list-item') !== null &&
      document.querySelector('.msg-body') === null,
    {},
    folder,
  );
};

/**
 * Clicks a mail's row. The list holds only the rows in view and uses their elements again for others, so finding
 * one and clicking it is one step.
 */
const clickRow = (page: Page, subject: string): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    const list = document.querySelector('.view-list .md-virtual-repeat-scroller');
    if (!list) return false;
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (let top = 0; top < list.scrollHeight; top += Math.max(list.clientHeight - 112, 56)) {
      list.scrollTop = top;
      await drawn();
      const rows = [...document.querySelectorAll('.sg-message-list-item')];
      const row = rows.find((one) => one.getAttribute('aria-label')?.trim() === wanted);
      const button = row?.querySelector<HTMLElement>(
        'button[ng-click="mailbox.selectMessage(currentMessage)"]',
      );
      if (!button) continue;
      button.click();
      return true;
    }
    return false;
  }, subject);

/** Clicks a mail in the list and waits until it is shown. Only the hash of the page's address changes. */
export const openMail = async (page: Page, subject: string): Promise<void> => {
  if (!(await clickRow(page, subject))) throw new Error(`no mail in this list has the subject ${subject}`);
  await page.waitForFunction(
    (wanted) => {
      const subjects = document.querySelectorAll('[ng-bind="viewer.message.subject"]');
      // A body may hold another one, and the view of the mail before is there until it has faded.
      const shown = [...subjects].filter((one) => !one.closest('.msg-body')).at(-1);
      return shown?.textContent?.trim() === wanted && document.querySelector('.sg-mail-part') !== null;
    },
    {},
    subject,
  );
};

/** Answers the open mail and waits for the editor with its recipients. */
export const answerMail = async (page: Page): Promise<void> => {
  await page.$eval('button[ng-click="viewer.reply($event)"]', (button) => (button as HTMLElement).click());
  await page.waitForSelector('#mailEditor md-chip-template');
};

/** Closes the editor without sending. */
export const leaveEditor = async (page: Page): Promise<void> => {
  await page.$eval('#mailEditor button[ng-click="editor.cancel()"]', (button) =>
    (button as HTMLElement).click(),
  );
  await page.waitForSelector('#mailEditor', { hidden: true });
};

/** Shows the open mail as its own window does, which has no list and no menu. */
export const openAlone = async (page: Page): Promise<void> => {
  const { pathname, hash, origin } = new URL(page.url());
  await page.goto(`${origin}${pathname.replace(/\/view$/u, '/UIxMailPopupView')}${hash}`, {
    waitUntil: 'domcontentloaded',
  });
  await page.waitForSelector('.sg-mail-part');
};
