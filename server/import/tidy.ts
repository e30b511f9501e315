// What hides or reorders text, the same that is left out of what a page shows, so that both are compared alike. The joiners
// U+200C and U+200D stay: Persian names and many emoji are written with them.
const TRICKS = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const CONTROLS = /\p{Cc}/gu;
const UNTIDY = /[\p{Cc}\u00AD\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u;
/** In words of several lines only what would garble what stands beside them. */
const GARBLES = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;

/** Without characters that hide or reorder text. */
export const withoutTricks = (text: string): string => text.replace(TRICKS, '');

/** A name, a title and the like: one line, without control characters and tricks. */
export const oneLine = (text: string): string =>
  UNTIDY.test(text)
    ? withoutTricks(text.replace(BREAKS, ' ').replace(CONTROLS, '')).replace(/ {2,}/g, ' ').trim()
    : text;

/** A note and the like: its line breaks and tabs stay, and marks that hide nothing of what stands beside it. */
export const manyLines = (text: string): string => text.replace(GARBLES, '');
