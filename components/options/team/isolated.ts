/** A name in a sentence of another direction keeps its own order, and the sentence its. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
