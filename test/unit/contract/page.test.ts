import { describe, expect, it } from 'vitest';
import { readLine, readPage, recordLine } from '#lib/contract/page.ts';

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

describe('what stands before the tab', () => {
  it('is read the same in whatever way the JSON is written', () => {
    const heads: [id: string, seq: string, addresses: string[]][] = [
      ['c0000001', '7', ['ana@shop.example']],
      ['a:b.c-d_e', '9007199254740991', ['Ana.O+new-1@shop-1.example']],
      ['Jürgen "J" Müller', '0', ['jürgen@müller.example']],
      ['a\\b', '7', ["o'neil@shop.example"]],
      ['nobody', '0', []],
      ['two', '12', ['ana@shop.example', 'ben@shop.example']],
    ];
    for (const [id, seq, addresses] of heads) {
      const read = { id, seq, addresses, text: '{}' };
      for (const json of [
        JSON.stringify([id, seq, addresses]),
        JSON.stringify([id, seq, addresses], null, ' '),
      ])
        expect(readLine(`${json.replaceAll('\n', ' ')}\t{}`), json).toMatchObject(read);
    }
  });

  it('is refused when it is not of the contract', () => {
    const long = (n: number) => 'a'.repeat(n);
    for (const head of [
      '["","7",["ana@shop.example"]]',
      `["${long(129)}","7",["ana@shop.example"]]`,
      '["a\u00a0","7",["ana@shop.example"]]',
      '["a","",["ana@shop.example"]]',
      `["a","${'1'.repeat(17)}",["ana@shop.example"]]`,
      '["a","-7",["ana@shop.example"]]',
      '["a",7,["ana@shop.example"]]',
      '["a","7",["shop.example"]]',
      '["a","7",["ana@"]]',
      `["a","7",["${long(320)}@b"]]`,
      '["a","7",["ana@shop.example"],1]',
      '["a","7",["ana@shop.example"]] ["b"]',
      '["a","7","ana@shop.example"]',
      '',
    ])
      expect(readLine(`${head}\t{}`), head).toBeNull();
    expect(readLine('["a","7",["ana@shop.example"]]')).toBeNull();
  });
});
