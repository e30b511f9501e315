import PostalMime, { type Address, addressParser } from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { customers, mails, planted, type RenderedMail, render, shop, strangers } from './index.ts';

const now = new Date('2026-11-20T12:00:00Z');
const rendered = await render(mails, now);
const addressesOf = (list: readonly Address[] = []): string[] =>
  list.flatMap((one) => (one.group ? one.group.map((member) => member.address) : [one.address ?? '']));

/** Everybody whom the head of the mail names, read by another library than the one that wrote it. */
const headOf = async ({ bytes }: RenderedMail) => {
  const parsed = await PostalMime.parse(bytes);
  // There may be two From lines, and two authors in each; the library keeps the first.
  const lines = parsed.headers.filter(({ key }) => key === 'from');
  const from = lines.flatMap(({ value }) => addressesOf(addressParser(value)));
  return {
    parsed,
    from,
    all: [...from, ...addressesOf(parsed.replyTo), ...addressesOf(parsed.to), ...addressesOf(parsed.cc)],
  };
};

describe('the test mails', () => {
  test('can each be told by id, and opened by subject', () => {
    const unique = (words: readonly string[]) => expect(new Set(words).size).toBe(words.length);
    unique(mails.map(({ id }) => id));
    unique(mails.map(({ folder, subject }) => `${folder} ${subject}`));
  });

  test.each(rendered)('$mail.id: the head names who it is truly from or to', async (one) => {
    const { parsed, all } = await headOf(one);
    const { truth, subject } = one.mail;
    expect(parsed.subject).toBe(subject);
    if (truth.kind === 'person') expect(all).toContain(truth.who.address);
    if (truth.kind === 'several') for (const { address } of truth.who) expect(all).toContain(address);
  });

  test.each(rendered)(
    '$mail.id: what only fools a reader stays out of the addresses of its head',
    async (one) => {
      const { all } = await headOf(one);
      expect(planted.filter((address) => all.includes(address))).toEqual([]);
    },
  );

  test('a mail in Sent is from the shop, and none in the inbox is from support', async () => {
    for (const one of rendered) {
      const { from } = await headOf(one);
      if (one.mail.folder === 'sent')
        expect([[shop.support.address], [shop.orders.address]]).toContainEqual(from);
      else expect(from).not.toContain(shop.support.address);
    }
  });

  test('keep strangers, customers and the shop apart, at domains that nobody can own', () => {
    const known = Object.values(customers).map(({ address }): string => address);
    const all = [...known, ...Object.values(strangers).map(({ address }): string => address)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((address) => !address.endsWith('.example') || address.endsWith(shop.domain))).toEqual(
      [],
    );
  });

  test('are the same bytes in every run', async () => {
    const again = await render(mails, now);
    expect(again.map(({ bytes }) => bytes.toString('latin1'))).toEqual(
      rendered.map(({ bytes }) => bytes.toString('latin1')),
    );
  });
});
