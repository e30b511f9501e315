/** What was typed, cut into the first link in it and the words around that. */
export type Typed = { text: string; url: string | null };

const LINK = /https?:\/\/[^\s<>"]+/i;
/** The longest link that a touchpoint keeps. */
const LONGEST = 2_000;

/** "Ha! https://social.example/p/1" → its words and its link. A link that is none, or too long, stays in the words. */
export const cutLink = (typed: string): Typed => {
  const text = typed.trim();
  // A full stop or bracket after a link belongs to the sentence.
  const found = LINK.exec(text)?.[0].replace(/[).,;:!?…]+$/, '');
  if (!found || found.length > LONGEST || !URL.canParse(found)) return { text, url: null };
  return { text: text.replace(found, ' ').replace(/\s+/g, ' ').trim(), url: found };
};
