import type { Page } from 'puppeteer-core';
import type { RequestTracker } from '#test/real/systems/request-tracker.ts';

/** Signs in and waits for the home page. */
export const signInToRequestTracker = async (page: Page, tracker: RequestTracker): Promise<void> => {
  await page.goto(tracker.url, { waitUntil: 'domcontentloaded' });
  await page.locator('input[name="user"]').fill(tracker.login.user);
  await page.locator('input[name="pass"]').fill(tracker.login.password);
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
    page.locator('input[type="submit"], button[type="submit"]').click(),
  ]);
  await page.waitForSelector('#preferences-menu, #li-preferences, [id*="logout"]');
};

/** Opens the ticket that a mail became. */
export const openTicket = async (page: Page, tracker: RequestTracker, mailId: string): Promise<void> => {
  const ticket = tracker.ticketOf(mailId);
  if (ticket === undefined) throw new Error(`Request Tracker made no ticket of ${mailId}`);
  await page.goto(`${tracker.url}Ticket/Display.html?id=${ticket}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.requestors .current-value');
};
