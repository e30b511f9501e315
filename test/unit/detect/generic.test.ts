// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"disableIframePageLoading":true,"handleDisabledFileLoadingAsSuccess":true}}
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '#lib/detect/read-page.ts';
import { whoIs } from '#lib/detect/who.ts';
import { own } from './corpus/corpus.ts';
import { htmlOf, parse, urlOf } from './pages.ts';

const url = new URL('https://other.example/mail/5');
const who = (html: string, at = url) => whoIs(readPage(parse(`<body>${html}</body>`), at), own);
const answer = (html: string, at = url): string => {
  const found = who(html, at);
  if (found.kind === 'one') return found.person.address;
  return found.kind === 'several'
    ? `ask ${found.people.map((party) => party.address).join(' ')}`
    : found.miss;
};
const mail = (from: string, to: string, body = 'Hello') =>
  `<section><div class="head">${from}${to}</div><div class="message-body">${body}</div></section>`;

describe('the generic host', () => {
  it.each([
    ['English', 'From:', 'To:'],
    ['German', 'Von:', 'An:'],
    ['French, with a space', 'De :', 'À :'],
    ['Spanish', 'De:', 'Para:'],
    ['Italian', 'Da:', 'A:'],
    ['Dutch', 'Van:', 'Aan:'],
    ['Polish', 'Od:', 'Do:'],
    ['Swedish', 'Från:', 'Till:'],
    ['Croatian', 'Od:', 'Za:'],
    ['Romanian', 'De la:', 'Către:'],
    ['Slovak', 'Od:', 'Komu:'],
    ['Serbian', 'Од:', 'За:'],
    ['Catalan', 'De:', 'Per a:'],
    ['Icelandic', 'Frá:', 'Til:'],
    ['Hindi', 'प्रेषक:', 'प्रति:'],
    ['Bulgarian', 'От:', 'До:'],
    ['Turkish', 'Kimden:', 'Kime:'],
    ['Russian', 'От:', 'Кому:'],
    ['Filipino', 'Mula kay:', 'Para kay:'],
    ['Thai', 'จาก:', 'ถึง:'],
    ['Malay', 'Daripada:', 'Kepada:'],
    ['Persian', 'از:', 'به:'],
    ['Arabic', 'من:', 'إلى:'],
    ['Hebrew', 'מאת:', 'אל:'],
    ['Japanese, wide colon', '差出人：', '宛先：'],
    ['Korean', '보낸 사람:', '받는 사람:'],
    ['Chinese', '发件人：', '收件人：'],
  ])('reads the header in %s', (_, from, to) => {
    const row = (label: string, value: string) => `<div><span>${label}</span> <span>${value}</span></div>`;
    const html = mail(
      row(from, 'Maria &lt;maria@cafe.example&gt;'),
      row(to, 'Shop &lt;support@shop.example&gt;'),
    );
    expect(answer(html)).toBe('maria@cafe.example');
  });

  it.each([
    [
      'a table',
      '<table><tr><th>From</th><td><a href="mailto:maria@cafe.example?subject=x">Maria</a></td></tr>',
      '<tr><th>To</th><td>me</td></tr></table>',
    ],
    [
      'a list of terms',
      '<dl><dt>From</dt><dd title="maria@cafe.example">Maria</dd>',
      '<dt>To</dt><dd>me</dd></dl>',
    ],
    ['text and element', '<p>From: <a data-email="maria@cafe.example">Maria</a></p>', '<p>To: me</p>'],
    ['one text', '<p>From: Maria &lt;maria@cafe.example&gt;</p>', '<p>Subject: order</p>'],
    [
      'microdata',
      '<div itemprop="sender"><span itemprop="name">Maria</span><meta itemprop="email" content="maria@cafe.example"></div>',
      '',
    ],
  ])('reads %s', (_, from, to) => {
    expect(answer(mail(from, to))).toBe('maria@cafe.example');
  });

  it.each([
    'message-sender',
    'from',
    'messageHeader__sender--2fGh',
    'header-from-address',
    'case-requester',
    'customer',
  ])('asks about whom only a class calls the sender: %s', (name) => {
    const from = `<div class="${name}" title="maria@cafe.example">Maria</div>`;
    expect(answer(mail(from, ''))).toBe('ask maria@cafe.example');
  });

  it.each([
    'bg-gradient-to-r from-blue-500',
    'slide-in-from-right-5',
    'customer-success-manager',
    'account-from',
    'bubble from-agent',
  ])('takes no class for the sender that only has such a word in it: %s', (name) => {
    const from = `<div class="${name}"><a href="mailto:maria@cafe.example">Maria</a></div>`;
    expect(answer(mail(from, ''))).toBe('no-conversation');
  });

  const from = '<p>From: <a href="mailto:maria@cafe.example">Maria</a></p>';
  const to = '<p>To: me</p>';
  it('asks when no message follows: the header may be part of a text', () => {
    expect(answer(`<div>${from}${to}<p>Hello</p></div>`)).toBe('ask maria@cafe.example');
  });
  it('asks when a bare address may be somebody’s name', () => {
    expect(answer(mail('<p>From: maria@cafe.example</p>', to))).toBe('ask maria@cafe.example');
  });
  it('asks when there are two senders', () => {
    const html = mail(from, to) + mail('<p>From: <a href="mailto:lukas@brot.example">L</a></p>', to);
    expect(answer(html)).toBe('ask maria@cafe.example lukas@brot.example');
  });
  it('asks when the sender that stands first has no address', () => {
    const html =
      mail('<p>From: Maria</p>', to) + mail('<p>From: <a href="mailto:lukas@brot.example">L</a></p>', to);
    expect(answer(html)).toBe('ask lukas@brot.example');
  });
  it('reads nothing in a document without an address of its own', () => {
    expect(answer(mail(from, to), new URL('about:srcdoc'))).toBe('no-conversation');
    expect(answer(mail(from, to), new URL('blob:https://other.example/1'))).toBe('no-conversation');
  });
  it('does not take a link whose title and target disagree for the title', () => {
    const link = '<a href="mailto:maria@cafe.example" title="Write to boss@bank.example">Maria</a>';
    expect(answer(mail(`<p>From: ${link}</p>`, to))).toBe('maria@cafe.example');
  });

  it('is never led to an address that stands in a text, a list, a menu or a field', () => {
    const planted = fc.integer({ min: 0, max: 999 }).map((n) => `p${n}@trap.example`);
    const markup = planted.chain((a) =>
      fc.constantFrom(
        `<a href="mailto:${a}">Boss</a>`,
        `<span class="sender" data-email="${a}">Boss</span>`,
        `<span class="gD" email="${a}" title="${a}">Boss</span>`,
        `<p>From: Boss &lt;${a}&gt;</p><p>To: me</p><p>Subject: pay</p>`,
        `<dl><dt>From</dt><dd><a href="mailto:${a}">Boss</a></dd><dt>To</dt><dd>me</dd></dl>`,
        `<div class="envelope"><p>Von: <b title="${a}">Chef</b></p><p>An: ich</p></div><div class="message-body">x</div>`,
        `<header class="from"><a class="rcmContactAddress" title="${a}">Boss</a></header><iframe></iframe>`,
        `<td class="header from"><span class="adr">Boss &lt;${a}&gt;</span></td>`,
        `<input value="${a}"><textarea>From: ${a}</textarea>`,
        `${a}`,
      ),
    );
    const around = fc.constantFrom(
      (inner: string) => `<div class="message-body">${inner}</div>`,
      (inner: string) => `<div role="document">${inner}</div>`,
      (inner: string) => `<blockquote>${inner}</blockquote>`,
      (inner: string) => `<div class="mail_text"><div><div>${inner}</div></div></div>`,
      (inner: string) => `<nav>${inner}</nav>`,
      (inner: string) => `<div role="listbox"><div role="option">${inner}</div></div>`,
      (inner: string) => `<div role="dialog">${inner}</div>`,
      (inner: string) => `<div hidden>${inner}</div>`,
      (inner: string) => `<div contenteditable="true">${inner}</div>`,
    );
    const pieces = fc.array(fc.tuple(around, markup), { minLength: 1, maxLength: 6 });
    const header = fc.constantFrom('', from + to, '<p>From: Maria</p><p>To: me</p>');
    fc.assert(
      fc.property(pieces, pieces, header, (before, after, head) => {
        const plant = (list: typeof before) => list.map(([wrap, inner]) => wrap(inner)).join('');
        const html = `${plant(before)}<section><div class="head">${head}</div>${plant(after)}</section>`;
        expect(answer(html)).not.toContain('trap.example');
      }),
      { numRuns: 300 },
    );
  });

  it('is not led astray on any page that a host knows, whatever the mail’s text brings along', () => {
    const bodies: [string, string][] = [
      ['roundcube-elastic-message', '<div id="messagebody">'],
      ['rt-display', '<div class="message-stanza">'],
      ['demo-open', '<div class="body">'],
    ];
    const word = fc.constantFrom(
      'header',
      'from',
      'adr',
      'rcmContactAddress',
      'user',
      'requestors',
      'current-value',
      'ticket-info-people',
      'to',
    );
    const element = fc
      .tuple(
        fc.constantFrom('div', 'span', 'a', 'header', 'article', 'main'),
        fc.array(word, { maxLength: 4 }),
        fc.nat(99),
      )
      .map(
        ([tag, words, n]) =>
          `<${tag} class="${words.join(' ')}" title="p${n}@trap.example" data-address="p${n}@trap.example" href="mailto:p${n}@trap.example" data-conversation="x">Boss &lt;p${n}@trap.example&gt;`,
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.array(element, { minLength: 1, maxLength: 8 }),
        ([file, body], planted) => {
          const html = htmlOf(file);
          expect(html).toContain(body);
          const found = whoIs(
            readPage(parse(html.replace(body, `${body}${planted.join('')}`)), urlOf(file)),
            own,
          );
          expect(found.kind === 'one' && found.person.address).toBe('maria@cafe.example');
          expect(JSON.stringify(found)).not.toContain('trap.example');
        },
      ),
      { numRuns: 100 },
    );
  });
});
