import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundledPage, openBundled } from '../browser/bundled-page.ts';

// Pages of no product that anybody knows, drawn by a browser: what is in sight depends on styles and on layout.

let bundled: BundledPage;
beforeAll(async () => {
  bundled = await openBundled(join(import.meta.dirname, 'in-page.ts'));
});
afterAll(() => bundled?.close());

const answer = (html: string): Promise<string> =>
  bundled.page.evaluate(`answer(${JSON.stringify(html)})`) as Promise<string>;

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

  const body = (text: string) => `<div class="message-body">${text}</div>`;
  const reply = '<div role="textbox" contenteditable></div>';
  it.each([
    [
      'a bubble called so',
      `<div class="message from-customer"><b>Maria</b>${body(`ask ${link('boss')}`)}</div>${reply}`,
    ],
    [
      'a label above',
      `<div class="h"><div><b>From:</b> <span>Maria</span><div class="wrap">${body(link('boss'))}</div></div><div><b>To:</b> me</div></div>${reply}`,
    ],
    [
      'a colour',
      `<div class="bg-gradient-to-r from-blue-500 to-purple-600">${link('boss')}</div>${unlabelled}`,
    ],
    ['a subject', `<h2><span>From: Boss &lt;boss@cafe.example&gt;</span></h2><p>To: me</p>${body('Hi')}`],
    [
      'the name of a file',
      `<p>To: me</p><div class="file">From: Boss &lt;boss@cafe.example&gt;</div>${body('Hi')}`,
    ],
    [
      'a header in a text that nothing calls one',
      `<b>Olga</b> olga@cafe.example to me<div class="css-9x"><p>From: Boss &lt;boss@cafe.example&gt;</p><p>To: me</p><pre>pay here</pre></div>${reply}`,
    ],
    [
      'a link beside the name',
      `<table><tr><td>From:</td><td>Maria ${link('boss').replace('>boss<', '>report<')}</td></tr><tr><td>To:</td><td>me</td></tr></table>${body('Hi')}`,
    ],
    [
      'a list with nothing open',
      `<div class="item"><span class="sender" title="boss@cafe.example">Boss</span></div><div class="message-text">Hi</div>`,
    ],
    [
      'a notice of a new mail',
      `<div class="sender"><span title="boss@cafe.example">Boss</span></div>${unlabelled}`,
    ],
  ])('%s makes nobody certain', async (_what, html) => {
    expect(await answer(`${styles}<main>${html}</main>`)).not.toMatch(/^one /);
  });

  it('a card that is not shown yet names nobody', async () => {
    const card = `<span class="gone"><a href="mailto:owner@cafe.example">Card</a></span>`;
    const head = `<p>From: Maria ${card} &lt;maria@cafe.example&gt;</p><p>To: me</p>`;
    expect(await answer(`${styles}<main>${head}${body('Hi')}</main>`)).not.toContain('owner@');
  });

  it('a card of another customer beside the mail is no sender', async () => {
    const card = '<aside><div class="customer"><span title="other@cafe.example">Other</span></div></aside>';
    expect(await answer(`<main>${card}${unlabelled}</main>`)).not.toMatch(/^one /);
  });
});
