import { anchors, attributes, elements, flags, parts, roles, shapes, types } from './report-words.ts';

// Free of schemas: the script that looks at a page has it, too.

/** All lines of a report together are no larger than this, in bytes. */
export const MOST_BYTES = 65_536;
/** A line is no longer than this, in characters. */
export const LONGEST_LINE = 600;

const WORDS = [anchors, elements, attributes, roles, types, flags, parts, shapes];
const isOurs = (word: string): boolean => /^\d{1,7}$/.test(word) || WORDS.some((words) => words.has(word));
/** Beside words and counts a line has nothing but these. */
const MARKS = /^[A-Za-z0-9 =,>"×…()#-]*$/;

/** Whether a line is made of nothing but our own words and counts. Everything else is no picture of ours, whoever sends it. */
export const isSkeletonLine = (line: string): boolean =>
  line.length <= LONGEST_LINE && MARKS.test(line) && (line.match(/[A-Za-z0-9]+/g) ?? []).every(isOurs);

/** The bytes of lines in UTF-8, counted generously. */
export const bytesOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + line.length + 1 + 2 * line.replace(/[ -~]/g, '').length, 0);
