import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { capabilities, type Row } from './row.ts';
import { rowCounts, rows } from './rows.ts';

describe('the rows of the catalogue', () => {
  it('has one entry for each of the 140 rows, in order', () => {
    const ids = Object.entries(rowCounts).flatMap(([article, count]) =>
      Array.from({ length: count }, (_, i) => `${article}-${String(i + 1).padStart(2, '0')}`),
    );
    expect(ids).toHaveLength(140);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it.each(rows.map((row) => [row.id, row] as const))(
    '%s is shown by tests, or waits for something named',
    (_, row) => {
      if ('waitsFor' in row) expect(capabilities).toContain(row.waitsFor);
      else expect(judge(row).faults).toEqual([]);
    },
  );
});

describe('the judge of rows', () => {
  const row = (more: Partial<Row>): Row => ({
    id: 'R9-01',
    example: 'nothing',
    shown: ['coverage/coverage'],
    ...more,
  });

  it('[R9-01] finds a test by the id in its title', () => {
    expect(judge(row({})).tests).toHaveLength(1);
  });
  it('names a row without a test', () => {
    expect(judge(row({ id: 'R9-02' })).faults[0]).toContain('No test in test/coverage/coverage has [R9-02]');
  });
  it('names a file that does not exist', () => {
    expect(judge(row({ shown: ['unit/nowhere'] })).faults).toEqual([
      'There is no test/unit/nowhere.test.ts(x).',
    ]);
  });
  it('names a number of the example that no test works with', () => {
    expect(judge(row({ example: '1 of 731 days' })).faults).toEqual([
      'No test of R9-01 says 731, which its example names.',
    ]);
  });
  it('names a word that no test says', () => {
    expect(judge(row({ says: ['zephyr'.toUpperCase()] })).faults).toEqual([
      'No test of R9-01 says "ZEPHYR".',
    ]);
  });
});
