import { plain } from './plain.ts';

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Matches any of the phrases as whole words in a text that went through `plain`, without regard to case. */
export const phrases = (list: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${list.map((phrase) => literally(plain(phrase))).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  );

/** The same for scripts that put no space between words. */
export const anywhereIn = (list: readonly string[]): RegExp =>
  new RegExp(list.map((phrase) => literally(plain(phrase))).join('|'), 'iu');
