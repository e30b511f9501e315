import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder, openMail, previewMail, signInToRoundcube } from './browser/roundcube.ts';
import { customers, mail, mails, planted, render, type TestMail } from './mails/index.ts';
import { readDiary, readPanel, type Seen, startDiary, untilPanel } from './panel-reader.ts';
import { type Dovecot, startDovecot } from './systems/dovecot.ts';
import { type Roundcube, type Skin, skins, startRoundcube } from './systems/roundcube.ts';
import { asCustomers, hireRep, type Office, openOffice, type Rep } from './world.ts';

const login = { user: 'support@shop.example', password: 'only-here' };
const known = new Map(
  Object.values(customers).map((contact) => [contact.address as string, contact.name as string]),
);

let imap: Dovecot;
let office: Office;
let rep: Rep;

beforeAll(async () => {
  imap = await startDovecot({ mails: await render(mails, new Date()), login });
  office = await openOffice(asCustomers(Object.values(customers), Date.now()));
  rep = await hireRep(office, 'Rita Rep');
});
afterAll(async () => {
  await rep?.leave();
  await office?.remove();
  await imap?.stop();
});

const ascii = (address: string): string => {
  const [local, domain] = address.split('@');
  return `${local}@${new URL(`http://${domain}`).hostname}`;
};
/** Whether the panel shows what somebody who knows everything would say of this mail. */
const isRight = ({ truth }: TestMail, seen: Seen): boolean => {
  switch (truth.kind) {
    case 'person': {
      const address = ascii(truth.who.address);
      const name = known.get(truth.who.address);
      if (name === undefined) return seen.shows === 'stranger' && seen.address === address;
      return seen.shows === 'customer' && seen.address === address && seen.name === name;
    }
    case 'several':
      return (
        seen.shows === 'pick' && truth.who.every(({ address }) => seen.addresses.includes(ascii(address)))
      );
    case 'nobody':
      return seen.shows === 'notice';
  }
};

/** All mails in the default skin; in the others, which differ in their markup only, those that try it. */
const inbox = (skin: Skin): TestMail[] =>
  mails.filter(
    ({ folder, id }) =>
      folder === 'inbox' &&
      !/^contract-[1-9]/.test(id) &&
      // Larry's preview does not say Reply-To, so a mail of the contact form is nobody's there.
      (skin === 'elastic' || /^(maria-order|name-|planted|jose|zahra|several|two-|unquoted|bare)/.test(id)),
  );

describe.each(skins)('in Roundcube, skin %s', (skin) => {
  let roundcube: Roundcube;
  let page: Page;
  let panel: Page;
  beforeAll(async () => {
    roundcube = await startRoundcube({ imap, skin });
    page = await rep.page();
    await signInToRoundcube(page, roundcube);
    panel = await rep.panel(page);
  });
  afterAll(async () => {
    await page?.close();
    await roundcube?.stop();
  });

  it('says nothing of the people in the list while no mail is open', async () => {
    await untilPanel(panel, (seen) => seen.shows === 'notice');
  });

  it.each(inbox(skin).map((m) => [m.holds, m] as const))('shows the right person: %s', async (_holds, m) => {
    await previewMail(page, m.subject);
    await untilPanel(panel, (seen) => isRight(m, seen));
  });

  it('follows from mail to mail, and the previous person never comes back', async () => {
    const ids = [
      'maria-order',
      'lukasz-standing-order',
      'niamh-broken-cup',
      'maria-order',
      'zahra-invoice',
      'viktor-stranger',
    ];
    await previewMail(page, mail('jose-price-list').subject);
    await untilPanel(panel, (seen) => isRight(mail('jose-price-list'), seen));
    await startDiary(panel);
    for (const id of ids) {
      await previewMail(page, mail(id).subject);
      await untilPanel(panel, (seen) => isRight(mail(id), seen));
    }
    const expected = ['jose-price-list', ...ids].map((id) => {
      const { truth } = mail(id);
      return truth.kind === 'person' ? truth.who.address : '';
    });
    expect(await readDiary(panel)).toEqual(expected);
  });

  it("shows the recipient of the rep's own sent mail", async () => {
    await openFolder(page, 'Sent');
    for (const id of ['sent-to-maria', 'sent-to-somchai', 'sent-to-two']) {
      await previewMail(page, mail(id).subject);
      await untilPanel(panel, (seen) => isRight(mail(id), seen));
    }
    await openFolder(page, 'INBOX');
  });

  // Roundcube drops such a name itself and leaves nothing to warn of; the demo inbox shows the warning.
  it('is not fooled by a display name that claims the address of a customer', async () => {
    await previewMail(page, mail('name-claims-customer').subject);
    await untilPanel(panel, (seen) => seen.shows === 'stranger' && seen.address === 'x@evil.example');
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(customers.maria.name);
  });

  it('never shows an address that stands only in a body', async () => {
    for (const id of ['planted-markup', 'quoted-people', 'tomas-newsletter']) {
      await previewMail(page, mail(id).subject);
      await untilPanel(panel, (seen) => isRight(mail(id), seen));
      const text = await panel.evaluate(() => document.body.innerText);
      for (const address of planted) expect(text).not.toContain(address);
    }
  });

  it('knows a mail that is opened by itself', async () => {
    await openMail(page, mail('yuki-first-order').subject);
    await untilPanel(panel, (seen) => isRight(mail('yuki-first-order'), seen));
    await openFolder(page, 'INBOX');
    await untilPanel(panel, (seen) => seen.shows === 'notice');
    expect((await readPanel(panel)).shows).toBe('notice');
  });
});
