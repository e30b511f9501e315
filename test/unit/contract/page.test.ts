import { expect, it } from 'vitest';
import { readPage, recordLine } from '#lib/contract/page.ts';

const head = {
  ...{ epoch: '00000000-0000-4000-8000-000000000001', serverTime: 1, cursor: '7', more: false },
};
const lines = ['a', 'b'].map((id) =>
  recordLine(id, '7', [`${id}@shop.example`], JSON.stringify({ id, note: '}' })),
);
const page = [JSON.stringify({ ...head, rows: 2 }), ...lines, ''].join('\n');

it('a page says what is in it', () => {
  expect(readPage(page)?.lines.map(({ id, seq }) => [id, seq])).toEqual([
    ['a', '7'],
    ['b', '7'],
  ]);
  expect(readPage(`${JSON.stringify({ ...head, rows: 0 })}\n`)?.lines).toEqual([]);
});

it('[S36] a page that was cut short anywhere is none', () => {
  for (let end = 0; end < page.length; end += 1) expect(readPage(page.slice(0, end)), `at ${end}`).toBeNull();
});
