import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTicket, signInToRequestTracker } from './browser/request-tracker.ts';
import { customers, mails, planted, render } from './mails/index.ts';
import { readDiary, startDiary, untilPanel } from './panel-reader.ts';
import { type RequestTracker, startRequestTracker } from './systems/request-tracker.ts';
import { asCustomers, hireRep, type Office, openOffice, type Rep } from './world.ts';

let tracker: RequestTracker;
let office: Office;
let rep: Rep;
let page: Page;
let panel: Page;

beforeAll(async () => {
  tracker = await startRequestTracker({
    mails: await render(mails, new Date()),
    login: { user: 'rita', password: 'only-here' },
  });
  office = await openOffice(asCustomers(Object.values(customers), Date.now()));
  rep = await hireRep(office, 'Rita Rep');
  page = await rep.page();
  await signInToRequestTracker(page, tracker);
  panel = await rep.panel(page);
});
afterAll(async () => {
  await rep?.leave();
  await office?.remove();
  await tracker?.stop();
});

describe('in Request Tracker', () => {
  it("says nothing on the home page, where the rep's own address stands in a form", async () => {
    await untilPanel(panel, (seen) => seen.shows === 'notice');
  });

  it.each([
    'maria-order',
    'somchai-grinder',
    'zahra-invoice',
    'niamh-broken-cup',
    'contact-form',
    'planted-markup',
    'quoted-people',
  ] as const)('[R4-18] shows the requestor of %s in the panel beside the ticket', async (id) => {
    const sent = mails.find((m) => m.id === id);
    if (sent?.truth.kind !== 'person') throw new Error(`${id} has no person`);
    const { address } = sent.truth.who;
    await openTicket(page, tracker, id);
    await untilPanel(panel, (seen) => seen.shows === 'customer' && seen.address === address);
    const text = await panel.evaluate(() => document.body.innerText);
    for (const trap of planted) expect(text).not.toContain(trap);
  });

  it('asks when a ticket has several requestors', async () => {
    await openTicket(page, tracker, 'several-in-copy');
    const seen = await untilPanel(panel, ({ shows }) => shows === 'pick');
    expect(seen).toMatchObject({
      addresses: expect.arrayContaining([customers.elena.address, customers.marco.address]),
    });
  });

  it('says that a stranger is not a customer yet', async () => {
    await openTicket(page, tracker, 'viktor-stranger');
    await untilPanel(
      panel,
      (seen) => seen.shows === 'stranger' && seen.address === 'viktor.neuhaus@unbekannt.example',
    );
  });

  it('goes from ticket to ticket without showing the one before', async () => {
    await openTicket(page, tracker, 'maria-order');
    await untilPanel(panel, (seen) => seen.shows === 'customer' && seen.address === customers.maria.address);
    await startDiary(panel);
    await openTicket(page, tracker, 'lukasz-standing-order');
    await untilPanel(panel, (seen) => seen.shows === 'customer' && seen.address === customers.lukasz.address);
    expect(await readDiary(panel)).toEqual([customers.maria.address, customers.lukasz.address]);
  });
});
