import { FIRST_NAME } from '#lib/contract/slot.ts';

/** Titles that stand before names and are not names. */
const title = /^(dr|prof|mr|mrs|ms|mx|herr|frau|pan|pani|engr|atty|ir|hj|datuk|dato|khun)\.?$/i;

/** What to call somebody in a greeting: "Ana" of "Ana Reyes", "Reyes, Ana" and "Dr. Ana Reyes". */
export const firstName = (name: string): string => {
  const [family, given] = name.split(',', 2);
  const words = (given?.trim() || family || '').trim().split(/\s+/);
  return words.find((word) => !title.test(word)) ?? name.trim();
};

export type Piece = { text: string; slot: boolean };

/** A draft with the name filled in. The places where a person must write something of their own stay: `[your own sentence]`. */
export const draftFor = (draft: string, name: string): string =>
  draft.replaceAll(FIRST_NAME, firstName(name));

/** A text, cut where such a place begins and ends. */
export const pieces = (text: string): Piece[] =>
  text
    .split(/(\[[^\]]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, slot: piece.startsWith('[') && piece.endsWith(']') }));
