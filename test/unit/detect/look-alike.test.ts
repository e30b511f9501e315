import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDomain } from '#lib/detect/address.ts';
import { createLookAlikes, inLatin, mixedDomain, skeleton } from '#lib/detect/look-alike.ts';
import { mixedWord } from '#lib/detect/scripts.ts';

const ascii = (domain: string): string => asciiDomain(domain) ?? expect.fail(`no domain: ${domain}`);
const MILL = ascii('münchner-mühle.example');
const known = [
  ...[
    'cafe-luna.com',
    'kantocoffee.example',
    'mail.harbour.co.uk',
    'shop24.de',
    'ikea.com',
    'modern.example',
  ],
  ...['gmail.com', MILL, 'paypal.com', 'allianz.de'],
];
const alike = createLookAlikes(known);

describe('a domain that looks like a known one', () => {
  it.each([
    // Other letters that look the same.
    ['kantoc0ffee.example', 'kantocoffee.example'],
    ['rnodern.example', 'modern.example'],
    ['pаypal.com', 'paypal.com'],
    ['раураl.com', 'paypal.com'],
    ['allíanz.de', 'allianz.de'],
    ['shop24.de'.replace('o', 'ο'), 'shop24.de'],
    ['munchner-muhle.example', MILL],
    // One letter more, less, other, or two swapped.
    ['cafe-lunna.com', 'cafe-luna.com'],
    ['cafeluna.com', 'cafe-luna.com'],
    ['cafe-lune.com', 'cafe-luna.com'],
    ['kantocofeee.example', 'kantocoffee.example'],
    ['paypla.com', 'paypal.com'],
    ['harbuor.co.uk', 'harbour.co.uk'],
    // Another ending.
    ['cafe-luna.co', 'cafe-luna.com'],
    ['cafe-luna.cm', 'cafe-luna.com'],
    ['cafe-luna.net', 'cafe-luna.com'],
    ['cafe-luna.shop', 'cafe-luna.com'],
  ])('%s: %s', (domain, like) => {
    expect(alike(ascii(domain))).toBe(like);
  });

  it.each([
    // The known ones themselves, and what lies in them.
    ...['cafe-luna.com', 'harbour.co.uk', 'gmail.com'],
    // Too short to tell from another name, another number, another word.
    ...['ikeo.com', 'ikes.com', 'shop25.de', 'shop2.de', 'cafe-lumina.com', 'luna-cafe.com'],
    // A company of the same name elsewhere.
    ...['allianz.fr', 'kantocoffee.ph', 'harbour.com.au'],
    // Real providers of mail.
    ...['ymail.com', 'googlemail.com', 'email.com', 'mail.com'],
    // What nobody can register.
    ...['co.uk', 'com'],
  ])('%s: none', (domain) => {
    expect(alike(domain)).toBeNull();
  });

  it('is not found among none', () => {
    expect(createLookAlikes([])('cafe-luna.com')).toBeNull();
  });

  it('is found whatever single letter was changed, in a name of ten letters', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(fc.nat(10), letter, (at, other) => {
        const changed = `${'kantocoffee'.slice(0, at)}${other}${'kantocoffee'.slice(at + 1)}.example`;
        fc.pre(changed !== 'kantocoffee.example');
        expect(alike(changed)).toBe('kantocoffee.example');
      }),
    );
  });

  it('never is the domain itself, and always one of the known', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/);
    const domain = fc
      .tuple(label, fc.constantFrom('com', 'de', 'co.uk', 'example'))
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(fc.array(domain, { maxLength: 30 }), domain, (list, one) => {
        const like = createLookAlikes(list)(one);
        if (like === null) return;
        expect(list).toContain(like);
        expect(list).not.toContain(one);
      }),
    );
  });
});

describe('letters of two alphabets', () => {
  it.each([
    ['Mаria Jensen', 'Mаria'],
    ['Αnna', 'Αnna'],
    ['support рayments', 'рayments'],
  ])('in one word are told: %s', (name, word) => {
    expect(mixedWord(name)).toBe(word);
  });

  it.each([
    'Maria Jensen',
    'Мария Йенсен',
    'Maria (Мария)',
    '田中 Taro',
    '山田太郎Co',
    'Łukasz Żak',
    'José',
    'Ελένη',
    'O’Brien',
  ])('in different words, or of one alphabet, are not: %s', (name) => {
    expect(mixedWord(name)).toBeNull();
  });

  it('in a domain are told', () => {
    expect(mixedDomain(ascii('pаypal.com'))).toBe('pаypal');
    expect(mixedDomain(ascii('раура.example'))).toBeNull();
    expect(mixedDomain('cafe.example')).toBeNull();
    expect(mixedDomain('xn--.example')).toBeNull();
  });

  it('can be read as the Latin ones that they look like', () => {
    expect(inLatin('Mаriа Jеnsen')).toBe('Maria Jensen');
    expect(skeleton('rnodern')).toBe(skeleton('modern'));
  });
});
