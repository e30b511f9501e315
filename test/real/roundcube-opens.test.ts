import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '#scripts/chromium.ts';
import { openFolder, openMail, previewMail, signInToRoundcube } from '#test/real/browser/roundcube.ts';
import { customers, mail, mails, render } from '#test/real/mails/index.ts';
import { type Dovecot, startDovecot } from '#test/real/systems/dovecot.ts';
import { type Roundcube, skins, startRoundcube } from '#test/real/systems/roundcube.ts';

const login = { user: 'support@shop.example', password: 'only-here' };
let imap: Dovecot;
let browser: Browser;

beforeAll(async () => {
  imap = await startDovecot({ mails: await render(mails, new Date()), login });
  const root = process.getuid?.() === 0;
  browser = await puppeteer.launch({
    executablePath: findBrowser() ?? 'chromium',
    pipe: true,
    defaultViewport: { width: 1280, height: 860 },
    args: root ? ['--no-sandbox'] : [],
  });
});
afterAll(async () => {
  await browser?.close();
  await imap?.stop();
});

describe.each(skins)('Roundcube in its %s skin', (skin) => {
  let roundcube: Roundcube;
  beforeAll(async () => {
    roundcube = await startRoundcube({ imap, skin });
  });
  afterAll(async () => {
    await roundcube?.stop();
  });

  test('shows the mails of the inbox and of Sent to a rep who signs in', async () => {
    const page = await browser.newPage();
    await signInToRoundcube(page, roundcube);
    const frame = await previewMail(page, mail('maria-order').subject);
    expect(
      await frame.$$eval('.rcmContactAddress', (all) => all.map((e) => e.getAttribute('title'))),
    ).toContain(customers.maria.address);
    await previewMail(page, mail('lukasz-standing-order').subject);
    await openMail(page, mail('yuki-first-order').subject);
    expect(await page.title()).toContain(mail('yuki-first-order').subject);
    await openFolder(page, 'Sent');
    const sent = await previewMail(page, mail('sent-to-maria').subject);
    expect(await sent.$eval('#messagebody', (e) => e.textContent)).toContain('We are looking into it.');
    await page.close();
  });
});
