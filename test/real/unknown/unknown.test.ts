import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '#scripts/chromium.ts';
import { bundleForPage } from '#test/real/corpus/bundle.ts';

// Pages of no product that anybody knows, drawn by a browser: what is in sight depends on styles and on layout.

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium here: npm run setup');
  browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  await page.evaluate(await bundleForPage(join(import.meta.dirname, 'in-page.ts')));
});
afterAll(() => browser?.close());

const answer = (html: string): Promise<string> =>
  page.evaluate(`answer(${JSON.stringify(html)})`) as Promise<string>;

const link = (name: string) => `<a href="mailto:${name}@cafe.example">${name}</a>`;
const header = (from: string) =>
  `<div class="head"><p>From: ${from}</p><p>To: me</p><p>Subject: Order</p></div>`;
const message = (from: string, attributes = '') =>
  `<section ${attributes}>${header(from)}<div class="message-body">Hello</div></section>`;
/** A message whose sender only a person could find. */
const unlabelled =
  '<section><div class="head"><b>New Person</b></div><div class="message-body">new</div></section>';
const styles = `<style>.gone { display: none } .unseen { visibility: hidden } .away { position: absolute; left: -9999px }
  .spoken { position: absolute; left: -9999px; width: 1px; height: 1px; overflow: hidden }</style>`;

describe('on a page of an unknown webmail', () => {
  it('a labelled header above a text names who wrote', async () => {
    expect(await answer(`<main>${message(link('maria'))}</main>`)).toBe('one maria@cafe.example');
  });

  it.each([
    ['a style sheet hides', 'class="gone"'],
    ['a style sheet makes invisible', 'class="unseen"'],
    ['is moved out of the page', 'class="away"'],
    ['is hidden by its own style', 'style="display: none"'],
    ['is hidden from everybody', 'aria-hidden="true"'],
  ])('the message before, which %s, is nobody’s', async (_how, attributes) => {
    const stale = message(link('old'), attributes);
    expect(await answer(`${styles}<main>${stale}${unlabelled}</main>`)).not.toContain('old@');
    expect(await answer(`${styles}<main>${stale}${message(link('maria'))}</main>`)).toBe(
      'one maria@cafe.example',
    );
  });

  it('a label for screen readers alone is a label', async () => {
    const spoken = `<section><div class="head"><div><span class="spoken">From:</span> ${link('maria')}</div><div><span class="spoken">To:</span> me</div></div><div class="message-body">Hello</div></section>`;
    expect(await answer(`${styles}<main>${spoken}</main>`)).toBe('one maria@cafe.example');
  });

  it.each([
    ['a quotation as Outlook writes it', '<p>Hello,</p>', '<blockquote>old</blockquote>'],
    ['a quotation below a greeting', 'Hello,<br>', '<div class="message-text">old</div>'],
    [
      'a forwarded mail',
      '<div>---------- Forwarded message ---------</div>',
      '<div class="message-body">old</div>',
    ],
    ['a quotation in a box of that name', '', '<div class="email-quote">old</div>'],
    ['a text that ends with its signature', '', '<div class="signature">Olga</div>'],
  ])('a header inside of a text names nobody for certain: %s', async (_what, above, below) => {
    const text = `<div class="x7f3">${above}<div>From: ${link('old')}</div><div>Sent: Monday</div><div>To: me</div><div>Subject: x</div>${below}</div>`;
    expect(
      await answer(`<main><section><div class="hd"><b>New Person</b></div>${text}</section></main>`),
    ).not.toMatch(/^one /);
  });

  it('a card of another customer beside the mail is no sender', async () => {
    const card = '<aside><div class="customer"><span title="other@cafe.example">Other</span></div></aside>';
    expect(await answer(`<main>${card}${unlabelled}</main>`)).not.toMatch(/^one /);
  });
});
