import type { Row } from './row.ts';
import { type TitledTest, testFile, testsIn } from './titled-tests.ts';

/** What of a row is not as it should be, in words that name the place and the mend; empty: it holds. */
export type Judged = { row: Row; tests: string[]; faults: string[] };

/** The numbers of an example: what a test of it has to work with. "10:00" is 10 and 0, as code writes it. */
const numbersIn = (example: string): string[] =>
  [...example.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => String(Number(number)));

const hasNumber = (body: string, number: string): boolean =>
  new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d]|\\.\\d)`).test(
    body.replaceAll(/(?<=\d)_(?=\d)/g, ''),
  );

const cache = new Map<string, TitledTest[]>();
const testsOf = (path: string): TitledTest[] => {
  const known = cache.get(path) ?? testsIn(path);
  cache.set(path, known);
  return known;
};

/**
 * Looks a row's tests up, and whether they check what its example says: each number of it, and each word of `says`, has to
 * stand in the body of a test that carries the row's id, is not skipped, and expects something.
 */
export const judge = (row: Row): Judged => {
  if ('waitsFor' in row) return { row, tests: [], faults: [] };
  const faults: string[] = [];
  const tests: string[] = [];
  let bodies = '';
  for (const name of row.shown) {
    const path = testFile(name);
    if (path === null) {
      faults.push(`There is no test/${name}.test.ts(x).`);
      continue;
    }
    const own = testsOf(path).filter(({ title }) => title.includes(`[${row.id}]`));
    if (own.length === 0) faults.push(`No test in test/${name} has [${row.id}] in its title.`);
    for (const { title, body, skipped } of own) {
      if (skipped) faults.push(`"${title}" is skipped.`);
      if (!/\bexpect\b/.test(body)) faults.push(`"${title}" expects nothing.`);
      tests.push(`${name}: ${title}`);
      bodies += `\n${body}`;
    }
  }
  if (tests.length > 0) {
    for (const number of new Set(numbersIn(row.example)))
      if (!hasNumber(bodies, number))
        faults.push(`No test of ${row.id} says ${number}, which its example names.`);
    for (const word of row.says ?? [])
      if (!bodies.includes(word)) faults.push(`No test of ${row.id} says "${word}".`);
  }
  return { row, tests, faults };
};
