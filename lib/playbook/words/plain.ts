/** Cyrillic and Greek letters that look like Latin ones. */
const looksLike: Record<string, string> = Object.fromEntries(
  [
    ['аαɑ', 'a'],
    ['ВβΒ', 'B'],
    ['сϲ', 'c'],
    ['СϹ', 'C'],
    ['ԁ', 'd'],
    ['е', 'e'],
    ['ЕΕ', 'E'],
    ['ɡ', 'g'],
    ['һ', 'h'],
    ['НΗ', 'H'],
    ['іι', 'i'],
    ['ІΙ', 'I'],
    ['ј', 'j'],
    ['КΚ', 'K'],
    ['ӏ', 'l'],
    ['МΜ', 'M'],
    ['Ν', 'N'],
    ['оοօ', 'o'],
    ['ОΟ', 'O'],
    ['рρ', 'p'],
    ['РΡ', 'P'],
    ['ѕ', 's'],
    ['Ѕ', 'S'],
    ['ТΤ', 'T'],
    ['υ', 'u'],
    ['ν', 'v'],
    ['хχ', 'x'],
    ['ХΧ', 'X'],
    ['у', 'y'],
    ['УΥ', 'Y'],
    ['АΑ', 'A'],
    ['Ζ', 'Z'],
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter) => [letter, latin])),
);
const latin = (letter: string): string => looksLike[letter] ?? letter;

/** A word all of whose letters could pass for Latin is read as Latin; any other keeps its script. */
const readAsLatin = (word: string): string => {
  if (/^[a-z]+$/i.test(word)) return word;
  const read = [...word].map(latin).join('');
  return /^\p{Script=Latin}+$/u.test(read) ? read : word;
};

/**
 * A text as a reader sees it: full-width and styled letters, accents on Latin letters, invisible characters,
 * look-alikes of other scripts and s p a c e d letters are undone, and each run of white space is one space. The case
 * stays. For matching only, never for showing.
 */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\p{L}+/gu, readAsLatin)
    .replace(/(?<!\p{L})(?:\p{L}[ .·*_-]){3,}\p{L}(?!\p{L})/gu, (spaced) => spaced.replace(/[ .·*_-]/g, ''))
    .replace(/\s+/gu, ' ');
