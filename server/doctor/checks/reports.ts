import { DAY } from '#lib/contract/primitives.ts';
import { count } from '../../words.ts';
import { type Check, ok, PUT_BACK, wrong } from '../types.ts';

const keyOf = (row: { day: number; host: string; version: string; code: string }): string =>
  [row.day, row.host, row.version, row.code].join(' ');

/** Every report that is kept was counted on its day. There may be more in a count: reports go sooner than that. */
export const reports: Check = {
  name: 'reports',
  run: async ({ tx }) => {
    const kept = await tx.selectFrom('reports').select(['at', 'host', 'version', 'code']).execute();
    const counts = await tx.selectFrom('report_counts').selectAll().execute();
    const counted = new Map(counts.map((row) => [keyOf(row), row.n]));
    const days = Map.groupBy(kept, ({ at, ...row }) => keyOf({ day: at - (at % DAY), ...row }));
    const short = [...days].filter(([key, rows]) => rows.length > (counted.get(key) ?? 0));
    if (short.length > 0)
      return [
        wrong(
          `reports of pages that were not counted: ${short.map(([key]) => key.replace(/^\d+ /, '')).join(', ')}`,
          PUT_BACK,
        ),
      ];
    return [ok(`${count(kept.length, 'report')} of pages, each counted`)];
  },
};
