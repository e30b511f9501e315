import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '#scripts/chromium.ts';
import { openTicket, signInToRequestTracker } from '#test/real/browser/request-tracker.ts';
import { customers, mails, render } from '#test/real/mails/index.ts';
import { type RequestTracker, startRequestTracker } from '#test/real/systems/request-tracker.ts';

let tracker: RequestTracker;
let browser: Browser;

beforeAll(async () => {
  tracker = await startRequestTracker({
    mails: await render(mails, new Date()),
    login: { user: 'rita', password: 'only-here' },
  });
  browser = await puppeteer.launch({
    executablePath: findBrowser() ?? 'chromium',
    pipe: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
afterAll(async () => {
  await browser?.close();
  await tracker?.stop();
});

test('Request Tracker shows tickets made of the mails, with their requestors', async () => {
  const page = await browser.newPage();
  await signInToRequestTracker(page, tracker);
  const requestors = () => page.$eval('.requestors .current-value', (e) => e.textContent ?? '');
  await openTicket(page, tracker, 'maria-order');
  expect(await requestors()).toContain(customers.maria.address);
  await openTicket(page, tracker, 'contact-form');
  expect(await requestors()).toContain(customers.priya.address);
  await openTicket(page, tracker, 'several-in-copy');
  expect(await requestors()).toContain(customers.elena.address);
  expect(await requestors()).toContain(customers.marco.address);
});

test('an answer by the customer joins the ticket it answers', () => {
  expect(tracker.ticketOf('maria-follow-up')).toBe(tracker.ticketOf('maria-order'));
});
