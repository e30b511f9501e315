/** Alphabets that share the looks of some letters. Han, Kana and Hangul are written beside Latin every day. */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/**
 * The first word that is spelled with letters of two alphabets, as in "Mаria" with a Cyrillic "а": nobody's name is. Two words in an
 * alphabet each, as in "Maria (Мария)", are fine.
 */
export const mixedWord = (text: string): string | null => {
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}]+/gu))
    if (ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1) return word;
  return null;
};
