import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder, openMail, previewMail, signInToRoundcube } from '../browser/roundcube.ts';
import { customers, mail, mails, render, type TestMail, truthIn } from '../mails/index.ts';
import { readDiary, readOn, readPanel, startDiary, untilPanel } from '../panel-reader.ts';
import { type Dovecot, startDovecot } from '../systems/dovecot.ts';
import { type Roundcube, type Skin, startRoundcube } from '../systems/roundcube.ts';
import { isRight, trapsIn, whoseAddress } from '../verdict.ts';
import { asCustomers, hireRep, type Office, openOffice, type Rep } from '../world.ts';

const login = { user: 'support@shop.example', password: 'only-here' };

/** All mails in the default skin. Of the others, which differ in their markup only, those that try it. */
const tried =
  /^(maria-order|name-|planted|quoted|closes|covers|forwarded|tomas|jose|zahra|several|two-|unquoted|bare)/;
/** Each is read in another language. */
const languages: Record<Skin, string> = { elastic: 'en_US', larry: 'de_DE', classic: 'fa_IR' };
// Larry's preview does not say Reply-To, so a mail of the contact form is nobody's there.
const inbox = (skin: Skin): TestMail[] =>
  mails.filter(
    ({ folder, id }) =>
      folder === 'inbox' && !/^contract-[1-9]/.test(id) && (skin === 'elastic' || tried.test(id)),
  );

/** The panel beside a real Roundcube with this skin; each has a file of its own, so that they can be tried side by side. */
export const tryRoundcube = (skin: Skin): void => {
  describe(`in Roundcube, skin ${skin}`, () => {
    let imap: Dovecot;
    let office: Office;
    let rep: Rep;
    let roundcube: Roundcube;
    let page: Page;
    let panel: Page;
    beforeAll(async () => {
      imap = await startDovecot({ mails: await render(mails, new Date()), login });
      office = await openOffice(asCustomers(Object.values(customers), Date.now()));
      rep = await hireRep(office, 'Rita Rep');
      roundcube = await startRoundcube({ imap, skin, language: languages[skin] });
      page = await rep.page();
      await signInToRoundcube(page, roundcube);
      panel = await rep.panel(page);
      await startDiary(panel);
    });
    afterAll(async () => {
      await page?.close();
      await roundcube?.stop();
      await rep?.leave();
      await office?.remove();
      await imap?.stop();
    });

    const shows = async (one: TestMail): Promise<void> => {
      await previewMail(page, one.subject);
      await untilPanel(panel, (seen) => isRight('roundcube', one, seen));
    };

    it('says nothing of the people in the list while no mail is open', async () => {
      await untilPanel(panel, (seen) => seen.shows === 'notice');
    });

    it.each(inbox(skin).map((m) => [m.holds, m] as const))(
      'shows the right person: %s',
      async (_holds, m) => {
        // Where nobody is to be shown, somebody is before: otherwise what stood there already would do.
        const before = truthIn('roundcube', m).kind === 'nobody' ? [mail('maria-order')] : [];
        for (const one of [...before, m]) await shows(one);
        const noted = new Set(await readOn(panel));
        // However briefly: nobody but them. What came after the mail before was done is noted here.
        expect([
          ...noted.difference(new Set([...before, m].flatMap((one) => whoseAddress('roundcube', one)))),
        ]).toEqual([]);
        expect(trapsIn(await panel.evaluate(() => document.body.innerText), m)).toEqual([]);
      },
    );

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
};
