import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Report } from '#lib/contract/report.ts';
import { bytesOf, isSkeletonLine, MOST_BYTES } from '#lib/contract/report-line.ts';
import { previewMail, signInToRoundcube } from './browser/roundcube.ts';
import { customers, mail, mails, render } from './mails/index.ts';
import { press, untilPanel } from './panel-reader.ts';
import { lookAtReport, reportsIn, wordsOf } from './report-reader.ts';
import { type Dovecot, startDovecot } from './systems/dovecot.ts';
import { type Roundcube, startRoundcube } from './systems/roundcube.ts';
import { openWiretap, type Wiretap } from './wiretap.ts';
import { asCustomers, hireRep, type Office, openOffice, type Rep } from './world.ts';

const login = { user: 'support@shop.example', password: 'only-here' };
let imap: Dovecot;
let roundcube: Roundcube;
let office: Office;
let tap: Wiretap;
let rep: Rep;
let page: Page;
let panel: Page;

beforeAll(async () => {
  imap = await startDovecot({ mails: await render(mails, new Date()), login });
  office = await openOffice(asCustomers(Object.values(customers), Date.now()));
  tap = await openWiretap(office.serving().url);
  rep = await hireRep(office, 'Rita Rep', { server: tap.url });
  roundcube = await startRoundcube({ imap });
  page = await rep.page();
  await signInToRoundcube(page, roundcube);
  panel = await rep.panel(page);
});
afterAll(async () => {
  await rep?.leave();
  await roundcube?.stop();
  await tap?.close();
  await office?.remove();
  await imap?.stop();
});

it('a report of Roundcube has the message first and the page around it, and nobody of all the mails in the list', async () => {
  await previewMail(page, mail('maria-order').subject);
  await untilPanel(panel, (seen) => seen.shows === 'customer', 20_000);
  await press(panel, 'How Suki knows');
  await press(panel, 'This is somebody else');
  const [message = [], around = []] = await lookAtReport(panel);
  expect(message).toContainEqual(expect.stringMatching(/^td class=header,from /));
  expect(message).toContainEqual(expect.stringMatching(/^a .*class=contact,address.* title=…address/));
  expect(around).toContainEqual(expect.stringMatching(/^table id=messagelist /));
  await press(panel, 'Send to your server');
  await panel.waitForSelector('[role="dialog"] [role="status"]');

  const [body = ''] = reportsIn(tap.sent());
  const { documents, host } = Report.parse(JSON.parse(body));
  expect(host).toBe('roundcube');
  const lines = documents.flatMap((document) => document.lines);
  expect(lines.map((line) => line.trimStart())).toEqual([...message, ...around]);
  expect(bytesOf(lines)).toBeLessThan(MOST_BYTES / 2);
  const words = (await Promise.all(page.frames().map(wordsOf))).flat();
  // Every mail of the list is in the page, and so are those that try to be somebody else.
  expect(words.length).toBeGreaterThan(1_000);
  expect(words).toContain(login.user);
  const told = new Set(lines.join('\n').match(/[\p{L}\p{N}@.]+/gu));
  expect(words.filter((word) => told.has(word) && !isSkeletonLine(word))).toEqual([]);
  for (const { address } of Object.values(customers)) expect(body).not.toContain(address);
});
