import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTicket, signInToRequestTracker } from './browser/request-tracker.ts';
import { customers, mail, mails, render, type TestMail } from './mails/index.ts';
import { readDiary, readOn, type Seen, startDiary, untilPanel } from './panel-reader.ts';
import { type RequestTracker, startRequestTracker } from './systems/request-tracker.ts';
import { isRight, trapsIn, whoseAddress } from './verdict.ts';
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
  await startDiary(panel);
});
afterAll(async () => {
  await rep?.leave();
  await office?.remove();
  await tracker?.stop();
});

/** Mails that try it; Request Tracker makes no ticket of one whose sender it cannot store. */
const tried = mails.filter(
  ({ folder, id }) =>
    folder === 'inbox' &&
    /^(maria-order|somchai|zahra|niamh|contact|form-|list-that|name-(?!without)|planted|quote|closes|covers|forwarded|two-|from-a)/.test(
      id,
    ),
);
/** A name that is a mailbox, too, makes a text of two: the panel asks, and the true one is among them. */
const asks = ({ truth }: TestMail, seen: Seen): boolean =>
  truth.kind === 'person' &&
  truth.who.name.includes('@') &&
  seen.shows === 'pick' &&
  seen.addresses.includes(truth.who.address);

describe('in Request Tracker', () => {
  it("says nothing on the home page, where the rep's own address stands in a form", async () => {
    await untilPanel(panel, (seen) => seen.shows === 'notice');
  });

  it.each(tried.map((m) => [m.holds, m] as const))(
    '[R4-18] shows the requestor in the panel beside the ticket, or asks: %s',
    async (_holds, m) => {
      await openTicket(page, tracker, 'lukasz-standing-order');
      await untilPanel(panel, (seen) => isRight('request-tracker', mail('lukasz-standing-order'), seen));
      await openTicket(page, tracker, m.id);
      await untilPanel(panel, (seen) => isRight('request-tracker', m, seen) || asks(m, seen));
      const theirs = [mail('lukasz-standing-order'), m].flatMap((one) =>
        whoseAddress('request-tracker', one),
      );
      // However briefly: nobody but them. What came after the ticket before was done is noted here.
      expect([...new Set(await readOn(panel)).difference(new Set(theirs))]).toEqual([]);
      expect(trapsIn(await panel.evaluate(() => document.body.innerText), m)).toEqual([]);
    },
  );

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
