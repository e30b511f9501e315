import punycode from 'punycode.js';
import { parse } from 'tldts';
import unhomoglyph from 'unhomoglyph';
import { isFreeMail } from './domains.ts';
import { mixedWord } from './scripts.ts';

/*
 * How wide the net is was measured, on halves of lists of real, distinct domains, one half as known and the other as strangers
 * (November 2026): of 2,915 companies 0.5 % looked like one of the 2,915 known ones, of 11,262 universities, which are named more
 * alike than anybody else, 1.1 %. With names of 5 letters it would be twice as many; with every other ending of the same name,
 * three times.
 */
/** One letter more, less or other: in short names that is just another name. */
const LETTERS_EDITED = 7;
/** Two neighbours swapped. */
const LETTERS_SWAPPED = 5;
/** The same name under an ending that is one letter off, as `.co` is of `.com`. */
const LETTERS_BEFORE_ENDING = 4;
/** Endings that anybody may have for little, in the place of `.com`. */
const ENDINGS = /^(?:net|org|info|biz|online|shop|store|site|xyz)$/u;

/** Latin letters that pass for others. */
const FOLDS: [RegExp, string][] = [
  [/rn/gu, 'm'],
  [/vv/gu, 'w'],
  [/0/gu, 'o'],
  [/1/gu, 'l'],
];
const FOLDABLE = /rn|vv|[01\u0080-\uFFFF]/;
const BEYOND_ASCII = /[\u0080-\uFFFF]/;

/** What is left of a text when letters that look alike are one: Unicode's own table of them, accents aside. */
export const skeleton = (text: string): string => {
  if (!FOLDABLE.test(text)) return text;
  const latin = BEYOND_ASCII.test(text)
    ? unhomoglyph(text.normalize('NFKD')).replace(/\p{M}/gu, '').toLowerCase()
    : text;
  return FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), latin);
};

/** A text whose letters of other alphabets became the Latin ones that they look like: "Mаria", with a Cyrillic "а", is "Maria". */
export const inLatin = (text: string): string =>
  text.replace(/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/gu, (letter) => unhomoglyph(letter));

/** In the letters that its owner chose. What is no such domain stays as it is: it came from somebody's list. */
const spelled = (domain: string): string => {
  if (!domain.includes('xn--')) return domain;
  try {
    return punycode.toUnicode(domain);
  } catch {
    return domain;
  }
};

/** The word in which a domain mixes alphabets, which no honest one does; null: none. */
export const mixedDomain = (domain: string): string | null => mixedWord(spelled(domain));

type Edit = 'edited' | 'swapped';
/** How two names differ, if it is by one letter or two neighbours. Other digits are another name: shop24, shop25. */
const editBetween = (a: string, b: string): Edit | null => {
  if (a === b || Math.abs(a.length - b.length) > 1) return null;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (/\d/u.test(x + y)) return null;
  if (x.length <= 1 && y.length <= 1) return 'edited';
  return x.length === 2 && x === `${y[1]}${y[0]}` ? 'swapped' : null;
};

const nameAlike = (a: string, b: string): boolean => {
  const edit = editBetween(a, b);
  const letters = Math.min(a.length, b.length);
  return edit === 'swapped' ? letters >= LETTERS_SWAPPED : edit === 'edited' && letters >= LETTERS_EDITED;
};

const endingAlike = (name: string, ending: string, known: string): boolean =>
  (name.length >= LETTERS_BEFORE_ENDING && editBetween(ending, known) !== null) ||
  (name.length >= LETTERS_EDITED && known === 'com' && ENDINGS.test(ending));

const PRIVATE = { allowPrivateDomains: true };
/** A domain as somebody registered it, in its two parts; null for what is not just that. */
const split = (domain: string): { name: string; ending: string } | null => {
  const { domain: whole, domainWithoutSuffix: name, publicSuffix: ending } = parse(domain, PRIVATE);
  return whole === domain && name && ending ? { name: spelled(name), ending } : null;
};

/** A domain and those that it lies in, but for the last label: one of them is what somebody has registered. */
const tailsOf = (domain: string): string[] => {
  const tails = [domain];
  for (let dot = domain.indexOf('.'); ; dot = domain.indexOf('.', dot + 1)) {
    const tail = domain.slice(dot + 1);
    if (dot < 0 || !tail.includes('.')) return tails;
    tails.push(tail);
  }
};

/** Says which of the known domains one looks like without being it; null: none. Both in ASCII, and registered. */
export type LookAlikes = (domain: string) => string | null;

/**
 * Gets ready to look for domains that pass for known ones.
 * @param known domains of addresses, in ASCII, with whatever stands before what is registered
 */
export const createLookAlikes = (known: Iterable<string>): LookAlikes => {
  // Which of them are registered is only asked of the few that look alike.
  const tails = new Set<string>();
  const inAscii = new Map<string, string>();
  for (const domain of known)
    for (const tail of tailsOf(domain)) {
      const seen = spelled(tail);
      tails.add(seen);
      if (seen !== tail) inAscii.set(seen, tail);
    }
  const asciiOf = (seen: string): string => inAscii.get(seen) ?? seen;
  const twins = new Map<string, string>();
  for (const seen of tails) {
    const plain = skeleton(seen);
    if (plain !== seen) twins.set(plain, seen);
  }
  return (domain) => {
    const own = split(domain);
    const shown = spelled(domain);
    // A provider of mail that is real is nobody's twin, however it is called.
    if (!own || tails.has(shown) || isFreeMail(domain)) return null;
    const plain = skeleton(shown);
    const twin = twins.get(plain) ?? (tails.has(plain) ? plain : null);
    if (twin !== null && split(asciiOf(twin))) return asciiOf(twin);
    const { name, ending } = own;
    const [dotted, begun] = [`.${spelled(ending)}`, `${name}.`];
    let sibling: string | null = null;
    for (const seen of tails) {
      const isNear = seen.endsWith(dotted) ? editBetween(shown, seen) !== null : seen.startsWith(begun);
      if (!isNear) continue;
      const tail = asciiOf(seen);
      const other = split(tail);
      if (other?.ending === ending && nameAlike(name, other.name)) return tail;
      if (other?.name === name && endingAlike(name, ending, other.ending)) sibling ??= tail;
    }
    return sibling;
  };
};
