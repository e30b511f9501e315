/** Where a person must write a sentence of their own before a draft can go out. */
export const OWN_SENTENCE = '[your own sentence]';

/** The names in braces that are filled in before a person sees a draft. */
export const FIRST_NAME = '{first}';
