/** What a page of the corpus should make the panel say, of the team that `own` names. */
export type Truth = {
  /** `one <address> <name>`, `several <address> …` or `none <miss>`. */
  who: string;
  /** The detector that has to know the page; the corpus's own, if left out. */
  host?: string;
  conversation?: string;
  subject?: string;
  self?: readonly string[];
  /** Where only a name stands: an address put there would be the page's own word, and no longer misleading. */
  named?: string;
};

/** A whole page, written from published anchors: never a copy of anybody's. */
export type CorpusPage = { name: string; url: string; html: string; truth: Truth };

/** The pages of one host: several layouts and languages. */
export type Corpus = {
  host: string;
  /** Day on which the anchors were last read where they are published. */
  seen: string;
  pages: readonly CorpusPage[];
};

/** The team that reads these pages. */
export const own = { addresses: ['rita@shop.example'], domains: ['shop.example'] };
