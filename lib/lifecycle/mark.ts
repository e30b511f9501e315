/**
 * A short mark of an event id: 24 bits of its FNV-1a in base 36, at most 5 characters. Enough to break ties and to find
 * an event again among the few stubs of one customer; never used to tell events apart across customers.
 */
export const mark = (id: string): string => (hash(id) >>> 8).toString(36);

/** 32-bit FNV-1a over UTF-16 code units. Stable across machines and versions: ranking and marks depend on it. */
export const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};
