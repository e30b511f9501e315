import { expect, it } from 'vitest';
import { isPlainHttp, parsePairingLink } from '#lib/sync/pairing.ts';

it.each([
  [
    'https://suki.shop.example/pair/abcd-1234_XY',
    { server: 'https://suki.shop.example', code: 'abcd-1234_XY' },
  ],
  [' http://127.0.0.1:8787/pair/abcdefgh \n', { server: 'http://127.0.0.1:8787', code: 'abcdefgh' }],
  [
    'https://shop.example/tools/suki/pair/abcdefgh/',
    { server: 'https://shop.example/tools/suki', code: 'abcdefgh' },
  ],
  ['http://suki.shop.example/pair/abcdefgh', null],
  ['https://suki.shop.example/pair/short', null],
  ['https://suki.shop.example/', null],
  ['javascript:alert(1)/pair/abcdefgh', null],
  ['hello', null],
])('reads %s', (link, expected) => {
  expect(parsePairingLink(link)).toEqual(expected);
});

it('tells a link without TLS from no link at all', () => {
  expect(isPlainHttp('http://192.168.1.5:8787/pair/abcdefgh')).toBe(true);
  expect(isPlainHttp('http://192.168.1.5:8787/')).toBe(false);
  expect(isPlainHttp('https://suki.shop.example/pair/abcdefgh')).toBe(false);
});
