import type { Page } from 'puppeteer-core';
import type { Login } from '#test/real/systems/dovecot.ts';

/** Where a product asks who one is, and what there is only for somebody who is signed in: selectors. */
type Form = { user: string; password: string; submit: string; inside: string };

/** Signs in by the product's own form and waits until one is inside. */
export const signIn = async (
  page: Page,
  { url, login }: { url: string; login: Login },
  { user, password, submit, inside }: Form,
): Promise<void> => {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator(user).fill(login.user);
  await page.locator(password).fill(login.password);
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
    page.locator(submit).click(),
  ]);
  await page.waitForSelector(inside);
};
