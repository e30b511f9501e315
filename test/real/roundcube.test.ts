import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder, openMail, previewMail, signInToRoundcube } from './browser/roundcube.ts';
import { customers, mail, mails, render, type TestMail } from './mails/index.ts';
import { readDiary, readPanel, startDiary, untilPanel } from './panel-reader.ts';
import { type Dovecot, startDovecot } from './systems/dovecot.ts';
import { type Roundcube, type Skin, skins, startRoundcube } from './systems/roundcube.ts';
import { isRight, trapsIn } from './verdict.ts';
import { asCustomers, hireRep, type Office, openOffice, type Rep } from './world.ts';

const login = { user: 'support@shop.example', password: 'only-here' };

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

/** All mails in the default skin; in the others, which differ in their markup only, those that try it. */
const inbox = (skin: Skin): TestMail[] =>
  mails.filter(
    ({ folder, id }) =>
      folder === 'inbox' &&
      !/^contract-[1-9]/.test(id) &&
      // Larry's preview does not say Reply-To, so a mail of the contact form is nobody's there.
      (skin === 'elastic' ||
        /^(maria-order|name-|planted|quoted|closes|covers|forwarded|tomas|jose|zahra|several|two-|unquoted|bare)/.test(
          id,
        )),
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
    await untilPanel(panel, (seen) => isRight('roundcube', m, seen));
    expect(trapsIn(await panel.evaluate(() => document.body.innerText), m)).toEqual([]);
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
    await untilPanel(panel, (seen) => isRight('roundcube', mail('jose-price-list'), seen));
    await startDiary(panel);
    for (const id of ids) {
      await previewMail(page, mail(id).subject);
      await untilPanel(panel, (seen) => isRight('roundcube', mail(id), seen));
    }
    const expected = ['jose-price-list', ...ids].map((id) => {
      const { truth } = mail(id);
      return truth.kind === 'person' ? truth.who.address : '';
    });
    expect(await readDiary(panel)).toEqual(expected);
  });

  it("shows the recipient of the rep's own sent mail", async () => {
    await openFolder(page, 'Sent');
    for (const sent of mails.filter(({ folder, id }) => folder === 'sent' && id.startsWith('sent-'))) {
      await previewMail(page, sent.subject);
      await untilPanel(panel, (seen) => isRight('roundcube', sent, seen));
    }
    await openFolder(page, 'INBOX');
  });

  // Roundcube drops such a name itself and leaves nothing to warn of; the demo inbox shows the warning.
  it('is not fooled by a display name that claims the address of a customer', async () => {
    await previewMail(page, mail('name-claims-customer').subject);
    await untilPanel(panel, (seen) => seen.shows === 'stranger' && seen.address === 'x@evil.example');
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain(customers.maria.name);
  });

  it('knows a mail that is opened by itself', async () => {
    await openMail(page, mail('yuki-first-order').subject);
    await untilPanel(panel, (seen) => isRight('roundcube', mail('yuki-first-order'), seen));
    await openFolder(page, 'INBOX');
    await untilPanel(panel, (seen) => seen.shows === 'notice');
    expect((await readPanel(panel)).shows).toBe('notice');
  });
});
