import { DAY } from '#lib/contract/primitives.ts';
import type { ReportHead, ReportsAnswer } from '#lib/contract/report.ts';

/** Days that are drawn. */
export const DAYS = 30;

/** What was reported of the pages of one host, as one version of its detector read them. */
export type Tally = {
  host: string;
  version: string;
  /** Nobody was found · somebody else was. */
  misses: number;
  wrong: number;
  lastAt: number;
  /** Reports of each of the last 30 days (UTC), today's last. */
  days: number[];
  /** Those that are kept, newest first. */
  reports: ReportHead[];
};

/** Sums the counts up by host and version; what was reported last comes first. */
export const tallyOf = (
  { counts, reports }: Pick<ReportsAnswer, 'counts' | 'reports'>,
  now: number,
): Tally[] => {
  const today = now - (now % DAY);
  const tallies = new Map<string, Tally>();
  const of = ({ host, version }: { host: string; version: string }): Tally => {
    const key = `${host} ${version}`;
    const known = tallies.get(key);
    if (known) return known;
    const days = Array.from({ length: DAYS }, () => 0);
    const fresh: Tally = { host, version, misses: 0, wrong: 0, lastAt: 0, days, reports: [] };
    tallies.set(key, fresh);
    return fresh;
  };
  for (const count of counts) {
    const tally = of(count);
    if (count.code === 'wrong-person') tally.wrong += count.n;
    else tally.misses += count.n;
    tally.lastAt = Math.max(tally.lastAt, count.lastAt);
    const at = DAYS - 1 - (today - count.day) / DAY;
    // A server's clock that is ahead has a tomorrow.
    const day = Math.min(at, DAYS - 1);
    if (day >= 0) tally.days[day] = (tally.days[day] ?? 0) + count.n;
  }
  for (const report of reports) tallies.get(`${report.host} ${report.version}`)?.reports.push(report);
  return [...tallies.values()].sort((a, b) => b.lastAt - a.lastAt);
};
