import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Address } from '#lib/contract/primitives.ts';
import {
  asciiDomain,
  isAutomatic,
  isOwn,
  lookups,
  normalise,
  parseMailbox,
  plusless,
} from '#lib/detect/address.ts';

describe('normalise', () => {
  it.each([
    ['Maria@Cafe.Example', 'maria@cafe.example'],
    ['  mailto:maria@cafe.example ', 'maria@cafe.example'],
    ['<maria@cafe.example>', 'maria@cafe.example'],
    ['maria@bücher.example', 'maria@xn--bcher-kva.example'],
    ['maria@XN--BCHER-KVA.example', 'maria@xn--bcher-kva.example'],
    ['maria@cafe。example', 'maria@cafe.example'],
    ['maria@cafe.example.', 'maria@cafe.example'],
    ['\u202Emaria@cafe.example\u202C', 'maria@cafe.example'],
    ['mar\u200Bia@cafe.example', 'maria@cafe.example'],
    ["niamh.o'brien@emerald.example", "niamh.o'brien@emerald.example"],
    ['jose\u0301@sari.example', 'josé@sari.example'],
    ['สมชาย@สวน.example', 'สมชาย@xn--q3c1ai.example'],
    ['"maria.j"@cafe.example', 'maria.j@cafe.example'],
    ['ana+orders@kovac.example', 'ana+orders@kovac.example'],
  ])('takes %j as %s', (given, expected) => {
    expect(normalise(given)).toBe(expected);
  });

  it.each([
    '',
    'maria',
    '@cafe.example',
    'maria@',
    'maria@localhost',
    'maria@[127.0.0.1]',
    'maria@1.2.3.4',
    'maria@cafe.example/x',
    'maria@cafe.example:25',
    'maria@cafe%2eexample',
    'a@b@cafe.example',
    '"maria jensen"@cafe.example',
    'maria@cafe .example',
    'a@x.example, b@x.example',
    `${'a'.repeat(320)}@cafe.example`,
  ])('takes %j as no address', (given) => {
    expect(normalise(given)).toBeNull();
  });

  it('gives only what the contract stores, and the same when asked again', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.tuple(part, part).map(([a, b]) => `${a}@${b}.example`),
        ),
        (text) => {
          const address = normalise(text);
          if (address === null) return;
          expect(Address.safeParse(address).success).toBe(true);
          expect(normalise(address)).toBe(address);
        },
      ),
    );
  });
});

describe('however an address is written', () => {
  const local = fc
    .stringMatching(/^[a-z0-9][a-z0-9.+_'-]{0,14}[a-z0-9]$/)
    .filter((text) => !text.includes('..'));
  const label = fc
    .stringMatching(/^[a-zäöüßéñ0-9][a-zäöüéñ0-9-]{0,8}[a-zäöüéñ]$/)
    .filter((text) => text.slice(2, 4) !== '--');
  const domain = fc
    .tuple(label, fc.constantFrom('example', 'co.uk', 'рф', 'test'))
    .map((parts) => parts.join('.'));
  const shout = (text: string) => text.replace(/[a-z]/gu, (letter) => letter.toUpperCase());

  it('case, brackets, mailto, quotes and hidden characters make no other one of it', () => {
    fc.assert(
      fc.property(local, domain, fc.nat(20), (name, at, hide) => {
        const plain = normalise(`${name}@${at}`);
        expect(plain).not.toBeNull();
        const hidden = `${name.slice(0, hide)}\u200B${name.slice(hide)}`;
        for (const written of [
          ...[shout(`${name}@${at}`), `<${name}@${at}>`, `mailto:${name}@${at}`, ` ${name}@${at}. `],
          ...[`${hidden}@\u2066${at}\u2069`, `${name}@${at.normalize('NFD')}`, `${name}@${asciiDomain(at)}`],
          `"${name}"@${at}`,
        ])
          expect(normalise(written)).toBe(plain);
      }),
    );
  });

  it('whom a tag was given is looked up with it first, and without it', () => {
    fc.assert(
      fc.property(local, domain, fc.stringMatching(/^[a-z0-9]{1,8}$/), (name, at, tag) => {
        const bare = normalise(`${name.replaceAll('+', '')}@${at}`) ?? '';
        const tagged = normalise(`${name.replaceAll('+', '')}+${tag}@${at}`) ?? '';
        fc.pre(bare !== '' && !bare.startsWith('@'));
        expect(lookups(tagged)).toEqual([tagged, bare]);
        expect(lookups(bare)).toEqual([bare]);
      }),
    );
  });

  it('a mailbox is read from a header with any name before it', () => {
    fc.assert(
      fc.property(local, domain, fc.string({ unit: 'grapheme', maxLength: 20 }), (name, at, title) => {
        const quoted = title.replace(/[\\"\p{Cc}]/gu, '');
        expect(parseMailbox(`"${quoted}" <${name}@${at}>`)?.address).toBe(normalise(`${name}@${at}`));
      }),
    );
  });
});

describe('parseMailbox', () => {
  it.each([
    ['Maria Jensen <Maria@cafe.example>', 'Maria Jensen', 'maria@cafe.example'],
    ['"Dela Cruz, José" <jose@sari.example>', 'Dela Cruz, José', 'jose@sari.example'],
    ['=?utf-8?B?xYF1a2Fzeg==?= <lukasz@chleb.example>', 'Łukasz', 'lukasz@chleb.example'],
    ['=?utf-8?Q?Jos=C3=A9?= <jose@sari.example>', 'José', 'jose@sari.example'],
    ['maria@cafe.example', '', 'maria@cafe.example'],
    ['"support@shop.example" <mallory@evil.example>', 'support@shop.example', 'mallory@evil.example'],
    ['"Bob <bob@bank.example>" <x91@throwaway.example>', 'Bob <bob@bank.example>', 'x91@throwaway.example'],
    ['Team: a@x.example, b@x.example;', '', 'a@x.example'],
  ])('reads %j', (text, name, address) => {
    expect(parseMailbox(text)).toEqual({ name, address });
  });

  it('reads nobody where there is no address', () => {
    expect(parseMailbox('Maria Jensen')).toBeNull();
    expect(parseMailbox('undisclosed-recipients:;')).toBeNull();
    expect(parseMailbox('"maria@cafe.example"')).toBeNull();
  });
});

describe('looking somebody up', () => {
  it('asks for the address as written before the one without its tag', () => {
    expect(lookups('ana+orders@kovac.example')).toEqual(['ana+orders@kovac.example', 'ana@kovac.example']);
    expect(lookups('ana@kovac.example')).toEqual(['ana@kovac.example']);
  });

  it('keeps an address that begins with a plus', () => {
    expect(plusless('+66812345678@sms.example')).toBe('+66812345678@sms.example');
  });
});

describe('isAutomatic', () => {
  it.each([
    'noreply@x.example',
    'no-reply@x.example',
    'no_reply+abc@x.example',
    'do-not-reply@x.example',
    'donotreply@x.example',
    'ne-pas-repondre@x.example',
    'nao-responda@x.example',
    'nie-odpowiadaj@x.example',
    'orders-noreply@x.example',
    'mailer-daemon@x.example',
    'postmaster@x.example',
    'bounces+123-abc=y.example@x.example',
    'coffee-bounces@x.example',
    'coffee-request@x.example',
    'owner-coffee@x.example',
    'coffee@lists.x.example',
    'coffee@googlegroups.com',
    'notifications@x.example',
    'newsletter@x.example',
  ])('holds for %s', (address) => {
    expect(isAutomatic(address)).toBe(true);
  });

  it.each([
    'maria@cafe.example',
    'noor@x.example',
    'noah.replyson@x.example',
    'norbert@x.example',
    'info@x.example',
    'quote.request@x.example',
    'bouncer@x.example',
    'owner@cafe.example',
    'listing@x.example',
    'autonoma@x.example',
  ])('does not hold for %s', (address) => {
    expect(isAutomatic(address)).toBe(false);
  });
});

describe('isOwn', () => {
  const own = { addresses: ['Rita@Mail.example'], domains: ['@shop.example', 'läden.example'] };
  it.each([
    'rita@mail.example',
    'rita+lists@mail.example',
    'carl@shop.example',
    'carl@eu.shop.example',
    'x@xn--lden-loa.example',
  ])('holds for %s', (address) => {
    expect(isOwn(address, own)).toBe(true);
  });
  it.each(['carl@mail.example', 'carl@notshop.example', 'carl@shop.example.evil.example'])(
    'not for %s',
    (address) => {
      expect(isOwn(address, own)).toBe(false);
    },
  );
});
