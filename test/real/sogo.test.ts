import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMail, leaveEditor, openAlone, openFolder, openMail, signInToSogo } from './browser/sogo.ts';
import { customers, mail, mails, render, type TestMail, truthIn } from './mails/index.ts';
import { readDiary, readOn, startDiary, untilPanel } from './panel-reader.ts';
import { type Dovecot, startDovecot } from './systems/dovecot.ts';
import { type Sogo, startSogo } from './systems/sogo.ts';
import { isRight, trapsIn, whoseAddress } from './verdict.ts';
import { asCustomers, hireRep, type Office, openOffice, type Rep } from './world.ts';

let imap: Dovecot;
let sogo: Sogo;
let office: Office;
let rep: Rep;
let page: Page;
let panel: Page;

beforeAll(async () => {
  imap = await startDovecot({
    mails: await render(mails, new Date()),
    login: { user: 'support@shop.example', password: 'only-here' },
  });
  sogo = await startSogo({ imap });
  office = await openOffice(asCustomers(Object.values(customers), Date.now()));
  rep = await hireRep(office, 'Rita Rep');
  page = await rep.page();
  await signInToSogo(page, sogo);
  panel = await rep.panel(page);
  await startDiary(panel);
});
afterAll(async () => {
  await rep?.leave();
  await office?.remove();
  await sogo?.stop();
  await imap?.stop();
});

const shows = async (m: TestMail): Promise<void> => {
  await openMail(page, m.subject);
  await untilPanel(panel, (seen) => isRight('sogo', m, seen));
};
const inbox = mails.filter(({ folder, id }) => folder === 'inbox' && !/^contract-[1-9]/.test(id));
const sent = mails.filter(({ id }) => id.startsWith('sent-'));

describe('in SOGo', () => {
  it('says nothing of the people in the list while no mail is open', async () => {
    await untilPanel(panel, (seen) => seen.shows === 'notice');
  });

  it.each(inbox.map((m) => [m.holds, m] as const))('shows the right person: %s', async (_holds, m) => {
    // That nobody is shown tells something only when somebody was before.
    const before = truthIn('sogo', m).kind === 'nobody' ? [mail('maria-order')] : [];
    for (const one of [...before, m]) await shows(one);
    const theirs = new Set([...before, m].flatMap((one) => whoseAddress('sogo', one)));
    // However briefly: nobody but them. What came after the mail before was done is noted here.
    expect([...new Set(await readOn(panel)).difference(theirs)]).toEqual([]);
    expect(trapsIn(await panel.evaluate(() => document.body.innerText), m)).toEqual([]);
  });

  it('warns of a display name that claims the address of a customer', async () => {
    await openMail(page, mail('name-claims-customer').subject);
    const seen = await untilPanel(panel, ({ shows }) => shows === 'stranger');
    expect(seen).toMatchObject({ address: 'x@evil.example', warned: true });
  });

  it.each(['look-alike-domain', 'look-alike-letter', 'letter-of-another-script'])(
    "warns of an address that only looks like a customer's: %s",
    async (id) => {
      await shows(mail('maria-order'));
      await openMail(page, mail(id).subject);
      await untilPanel(panel, (seen) => seen.shows === 'stranger' && seen.warned);
    },
  );

  it('follows from mail to mail without a page load, and the previous person never comes back', async () => {
    const ids = ['maria-order', 'zahra-invoice', 'huge-body', 'niamh-broken-cup', 'maria-order'];
    await shows(mail('jose-price-list'));
    await startDiary(panel);
    const loaded = await page.evaluate(() => performance.timeOrigin);
    for (const id of ids) await shows(mail(id));
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);
    expect(await readDiary(panel)).toEqual([
      customers.jose.address,
      customers.maria.address,
      customers.zahra.address,
      customers.niamh.address,
      customers.maria.address,
    ]);
  });

  it('shows whom an answer goes to while it is written: Reply-To stands nowhere else', async () => {
    await openMail(page, mail('contact-form').subject);
    await untilPanel(panel, (seen) => seen.shows === 'notice');
    await answerMail(page);
    const { address } = customers.priya;
    await untilPanel(panel, (seen) => seen.shows === 'customer' && seen.address === address);
    await leaveEditor(page);
    await untilPanel(panel, (seen) => seen.shows === 'notice');
  });

  it("says of the rep's own sent mail that there are only names, which may be lies", async () => {
    const untilNotice = (title: string) =>
      untilPanel(panel, (seen) => seen.shows === 'notice' && seen.title === title);
    for (const m of sent) {
      await openFolder(page, 'Sent');
      await untilNotice('Open a conversation');
      await openMail(page, m.subject);
      await untilNotice('Only a name, no address');
    }
    await openFolder(page, 'INBOX');
  });

  it('knows a mail in a window of its own', async () => {
    await openMail(page, mail('planted-anchors').subject);
    await openAlone(page);
    await untilPanel(panel, (seen) => isRight('sogo', mail('planted-anchors'), seen));
    await page.goBack({ waitUntil: 'domcontentloaded' });
  });
});
