import type { Page } from 'puppeteer-core';
import type { Login } from '#test/real/systems/dovecot.ts';

/** Where a product asks who one is, and what there is only for somebody who is signed in: selectors. */
type Form = { user: string; password: string; submit: string; inside: string };

/** On a busy machine a form may be pressed before the product's scripts listen; then nothing comes of it. */
const TRIES = 3;
const TRY = 30_000;

/** Signs in by the product's own form and waits until one is inside. */
export const signIn = async (
  page: Page,
  { url, login }: { url: string; login: Login },
  { user, password, submit, inside }: Form,
): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const first = await page.waitForSelector(`${user}, ${inside}`);
    if (await first?.evaluate((element, form) => element.matches(form), user)) {
      await page.locator(user).fill(login.user);
      await page.locator(password).fill(login.password);
      await page.locator(submit).click();
    }
    const isInside = await page.waitForSelector(inside, { timeout: TRY }).then(
      () => true,
      (error: unknown) => {
        if (tries === TRIES) throw error;
        return false;
      },
    );
    if (isInside) return;
  }
};
