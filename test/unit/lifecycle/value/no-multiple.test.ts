import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../source-graph.ts';

const root = join(import.meta.dirname, '../../../..');

describe('what keeping somebody saves', () => {
  it('[V8] [R0-20] is no number that we know: no code path of the rules or of the server multiplies by 5', () => {
    const deciding = listFiles().filter((path) => /^(lib\/lifecycle|server)\/.*\.ts$/.test(path));
    expect(deciding.length).toBeGreaterThan(100);
    const byFive = /(?<![\d.])5(\.0+)?\s*\*(?!\*)|(?<!\*)\*=?\s*5(?![\d._])/;
    expect(byFive.test('value * 5 + 1')).toBe(true);
    expect(byFive.test('value *= 5;')).toBe(true);
    const found = deciding.flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\/\*\*?|\*|\/\/)/.test(line) && byFive.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    // The fifth of 153 days in the months from March on: the calendar's, and the only one.
    expect(found.filter((line) => !line.startsWith('lib/lifecycle/calendar.ts'))).toEqual([]);
  });
});
