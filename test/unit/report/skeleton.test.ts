// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { Skeleton } from '#lib/contract/report.ts';
import { bytesOf, MOST_BYTES } from '#lib/contract/report-line.ts';
import { type Picture, skeletonsOf } from '#lib/report/skeleton.ts';

/** The largest picture of it. */
const skeletonOf = (root: Element): Picture => {
  const [largest] = skeletonsOf(root);
  if (!largest) throw new Error('There is no picture.');
  return largest;
};
const draw = (html: string): string[] => {
  document.body.innerHTML = html;
  return skeletonOf(document.body).lines;
};

describe('the picture of a page', () => {
  test('has elements, names that are ours, and what a value looks like', () => {
    expect(
      draw(
        '<table class="headers-table"><tr><td class="header from rcm7">From:</td>' +
          '<td><a class="rcmContactAddress" title="ana@shop.example" href="mailto:ana@shop.example">Ana Reyes</a></td></tr></table>',
      ),
    ).toEqual([
      'body > table class=headers,table > tbody > tr',
      ' td class=header,from,… "…label-from"',
      ' td > a class=contact,address,… title=…address href=…mailto "…words"',
    ]);
  });

  test.each([
    ['title="Ana <ana@shop.example>"', 'title=…mailbox'],
    ['title="a@shop.example, b@shop.example"', 'title=…addresses'],
    ['title="call a@shop.example now"', 'title=…words-with-address'],
    ['aria-label="Von: Ana Reyes"', 'aria-label=…labelled-from'],
    ['data-message-id="18c3f0a"', 'data-message-id=…word'],
    ['data-maria-santos="1"', 'data-…=…number'],
    ['email="ana@shop.example" name="Ana Reyes"', 'email=…address name=…words'],
    ['role="listitem" aria-expanded="true" dir="rtl"', 'role=listitem aria-expanded=true dir=rtl'],
    ['role="maria" dir="ana"', 'role=…word dir=…word'],
    ['id="user-maria@shop.example"', 'id=user,…'],
    ['style="background:url(https://x.example/ana)"', 'style=…word'],
    ['hidden', 'hidden'],
  ])('says of <div %s> only: %s', (attributes, said) => {
    expect(draw(`<p></p><div ${attributes}></div>`)[2]).toBe(
      ` div ${said}${attributes === 'hidden' ? ' (hidden)' : ''}`,
    );
  });

  test('an element that HTML does not know keeps only our own words', () => {
    expect(draw('<i></i><mail-message-maria></mail-message-maria><maria-santos></maria-santos>')).toEqual([
      'body',
      ' i',
      ' mail-message-…',
      ' …',
    ]);
  });

  test('a list of 200 rows is one row, 200 times, also when its rows differ in what they hold', () => {
    const row = (n: number) => `<li class="row"><b>${n % 3 ? `Ana ${n}` : n}</b></li>`;
    const rows = Array.from({ length: 200 }, (_, n) => row(n)).join('');
    expect(draw(`<ul>${rows}</ul><p></p>`)).toEqual([
      'body',
      ' ul',
      '  200× li class=row > b "…number"',
      ' p',
    ]);
  });

  test('what is built like a part of the same list that was told before is only named', () => {
    const plain = '<li class="row"><b>Ana</b></li>';
    const starred = '<li class="row"><b>Ana</b><i></i></li>';
    expect(draw(`<ul>${(plain.repeat(5) + starred).repeat(20)}</ul><p></p>`)).toEqual([
      'body',
      ' ul',
      '  5× li class=row > b "…word"',
      '  li class=row',
      '   b "…word"',
      '   i',
      ...Array.from({ length: 19 }, () => [
        '  5× li class=row (as before)',
        '  li class=row (as before)',
      ]).flat(),
      ' p',
    ]);
  });

  test('classes that a detector goes by are there, though they say nothing', () => {
    expect(draw('<i></i><span class="gD bog qu" email="ana@shop.example"></span>')[2]).toBe(
      ' span class=gD,… email=…address',
    );
    expect(draw('<i></i><span class="gd gDx"></span>')[2]).toBe(' span class=…');
  });

  test('the rows of a header are few, and each stands for itself', () => {
    const rows = ['From', 'To', 'Cc', 'Subject'].map((label) => `<tr><th>${label}:</th><td>x</td></tr>`);
    expect(draw(`<table>${rows.join('')}</table>`).filter((line) => line.includes('label'))).toEqual([
      '  th "…label-from"',
      '  th "…label-to"',
      '  th "…label-cc"',
      '  th "…label-subject"',
    ]);
  });

  test('text between elements keeps its place, and what is in an open shadow root is there', () => {
    document.body.innerHTML = '<div>From: <b>Ana Reyes</b> (work)</div><p></p>';
    document.querySelector('p')?.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    expect(skeletonOf(document.body).lines).toEqual([
      'body',
      ' div',
      '  "…label-from"',
      '  b "…words"',
      '  "…word"',
      ' p > #shadow > slot',
    ]);
  });

  test('of what somebody wrote there are a few lines, and it says how much more there is', () => {
    const cells = Array.from({ length: 40 }, (_, n) => `<p>${'<i></i>'.repeat(n + 1)}<b></b></p>`).join('');
    const lines = draw(`<div class="message-body">${cells}</div><footer></footer>`);
    expect(lines[1]).toBe(' div class=message,body (body)');
    expect(lines.length).toBeLessThan(30);
    expect(lines.at(-2)).toMatch(/^ {2}\(\d+ more\)$/);
    expect(lines.at(-1)).toBe(' footer');
  });

  test('scripts, styles and drawings stay shut, and what they hold is counted', () => {
    document.body.innerHTML =
      '<svg><g><path></path></g></svg><script>const secret = 1;</script><!-- a comment --><p></p>';
    const { lines, left, elements } = skeletonOf(document.body);
    expect(lines).toEqual(['body', ' svg (2 more)', ' script', ' p']);
    expect([elements, left]).toEqual([6, 2]);
  });

  test('a very large page is cut to what has room, with the first and the last of its parts', () => {
    const part = (n: number) =>
      `<section class="${n % 2 ? 'row' : 'item'}"><h2 title="${n}"></h2>${'<i></i><b></b>'.repeat(n % 9)}</section>`;
    document.body.innerHTML = `<header></header>${Array.from({ length: 3_000 }, (_, n) => part(n)).join('')}<footer></footer>`;
    const pictures = skeletonsOf(document.body);
    const sizes = pictures.map(({ lines }) => bytesOf(lines));
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes[0]).toBeLessThanOrEqual(MOST_BYTES);
    expect(sizes.at(-1)).toBeLessThanOrEqual(2_000);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    for (const { lines, left, elements } of pictures) {
      expect([lines[1], lines.at(-1)]).toEqual([' header', ' footer']);
      const cut = lines.join('').matchAll(/\((\d+) more\)/g);
      expect([...cut].reduce((sum, [, n]) => sum + Number(n), 0)).toBe(left);
      expect(left).toBeGreaterThan(elements / 2);
    }
  });

  test('a page whose parts are all different is no larger either', () => {
    let html = '';
    for (let n = 0; n < 400; n += 1)
      html = `<div class="${n % 2 ? 'row' : 'item'}" title="${n}"><b></b>${'<i>x</i>'.repeat(n % 7)}${html}<p></p></div>`;
    document.body.innerHTML = html;
    const { lines, left } = skeletonOf(document.body);
    expect(bytesOf(lines)).toBeLessThanOrEqual(MOST_BYTES);
    expect(left).toBeGreaterThan(0);
    expect(Skeleton.safeParse({ elements: 1, left, lines }).success).toBe(true);
  });
});
