import type { Page } from 'puppeteer-core';
import type { RequestTracker } from '#test/real/systems/request-tracker.ts';
import { signIn } from './sign-in.ts';

/** Signs in and waits for the home page. */
export const signInToRequestTracker = (page: Page, tracker: RequestTracker): Promise<void> =>
  signIn(page, tracker, {
    user: 'input[name="user"]',
    password: 'input[name="pass"]',
    submit: 'input[type="submit"], button[type="submit"]',
    inside: '#preferences-menu, #li-preferences, [id*="logout"]',
  });

/** Opens the ticket that a mail became. */
export const openTicket = async (page: Page, tracker: RequestTracker, mailId: string): Promise<void> => {
  const ticket = tracker.ticketOf(mailId);
  if (ticket === undefined) throw new Error(`Request Tracker made no ticket of ${mailId}`);
  await page.goto(`${tracker.url}Ticket/Display.html?id=${ticket}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.requestors .current-value');
};
