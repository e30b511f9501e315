/** Where a person must write a sentence of their own before a draft can go out. */
export const OWN_SENTENCE = '[your own sentence]';
