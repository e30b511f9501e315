import { OWN_SENTENCE } from '../contract/slot.ts';

/** A place in square brackets for words, or a name in braces that nobody has filled in. */
const SLOT = /\[[^[\]\n]*\p{L}{3}[^[\]\n]*\]|\{\w+\}/gu;

/** So many letters that the draft did not bring along: less is no sentence. */
const LEAST_LETTERS = 8;

/** [G11] The slots that still stand in a text, in their order. */
export const unfilledSlots = (text: string): string[] => text.match(SLOT) ?? [];

/** [G11] Does a draft leave a person room for a sentence of their own? */
export const hasOwnSlot = (draft: string): boolean => draft.includes(OWN_SENTENCE);

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** How many letters of the text were not in the draft. Each word of the draft counts as often as it stands there. */
const ownLetters = (draft: string, text: string): number => {
  const given = new Map<string, number>();
  for (const word of words(draft.replace(SLOT, ' '))) given.set(word, (given.get(word) ?? 0) + 1);
  let own = 0;
  for (const word of words(text)) {
    const left = given.get(word) ?? 0;
    if (left > 0) given.set(word, left - 1);
    else own += word.length;
  }
  return own;
};

/**
 * [G11] May a person send this? Not while a slot is a placeholder, and not before they wrote something of their own.
 * `draft` is the text as it was put before them: names filled in, the slot still there. Empty: there was none.
 */
export const isReadyToSend = (draft: string, text: string): boolean =>
  unfilledSlots(text).length === 0 && ownLetters(draft, text) >= LEAST_LETTERS;
