import { describe, expect, it } from 'vitest';
import { type PageHead, readPage, recordLine } from '#lib/contract/page.ts';
import { addressesText, pageText, recordOf, recordText } from '#server/ingest/page-text.ts';

const EPOCH = '11111111-1111-4111-8111-111111111111';
const head: Omit<PageHead, 'rows'> = { epoch: EPOCH, serverTime: 5, cursor: '7', more: false };

const row = (profile: object, id = 'ana') => ({
  ...{ id, seq: 7, events: 0, timeline: '[]' },
  profile: JSON.stringify(profile),
  facts: '{"v":3,"tally":{},"totals":{},"money":{},"recent":{}}',
});
const named = (addresses: string[], more: object = {}) => ({ name: 'Ana', addresses, createdAt: 1, ...more });

const tricky = [
  named([]),
  named(['ana@shop.example']),
  named(['a@[127.0.0.1]', ']b@x', 'c\\d@x', '[e@x']),
  { ...named(['ana@shop.example']), name: '"addresses":["nobody@x"]' },
  { tags: ['addresses', '"addresses":['], ...named(['ana@shop.example']) },
  named(['ana@shop.example'], { externalIds: { addresses: '["x@y"]' }, tags: ['"addresses":["z@y"]'] }),
  { externalIds: { addresses: '[' }, ...named(['ana@shop.example']) },
];

describe('a page of records', () => {
  it.each(tricky)('takes the addresses out of the text of a profile as they stand there: %o', (profile) => {
    expect(JSON.parse(addressesText(JSON.stringify(profile)))).toEqual(profile.addresses);
  });

  it('has lines as the contract writes them', () => {
    const rows = tricky.map((profile, i) => row(profile, `c "${i}"`));
    const [, ...lines] = pageText(head, rows).trimEnd().split('\n');
    expect(lines).toEqual(
      rows.map((each, i) => recordLine(each.id, '7', tricky[i]?.addresses ?? [], recordText(each))),
    );
  });

  it('is read back as it was written, with what its head carries', () => {
    const rows = [row(named(['ana@shop.example'])), row(named([]), 'ben')];
    const page = readPage(
      pageText({ ...head, gone: ['leo'] }, rows, { outcomes: '{"p/engage":{"n":1,"s":1}}' }),
    );
    expect(page?.head).toEqual({
      ...head,
      ...{ rows: 2, gone: ['leo'], outcomes: { 'p/engage': { n: 1, s: 1 } } },
    });
    expect(page?.lines.map(({ id }) => id)).toEqual(['ana', 'ben']);
    expect(JSON.parse(page?.lines[0]?.text ?? '')).toEqual(recordOf(row(named(['ana@shop.example']))));
    expect(readPage(pageText(head, []))?.lines).toEqual([]);
  });
});
