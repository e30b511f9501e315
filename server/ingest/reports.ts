import { sql } from 'kysely';
import { DAY } from '#lib/contract/primitives.ts';
import {
  type Report,
  type ReportCode,
  type ReportCount,
  type ReportHead,
  StoredReport,
} from '#lib/contract/report.ts';
import { type Actor, audit } from '../audit.ts';
import type { Store, Tx } from '../store/store.ts';

/** How long a report itself is kept, and how many of them at most: whoever mends a detector needs the newest. */
export const REPORTS_KEPT = 90 * DAY;
export const MOST_REPORTS = 500;
/** How long it is known how many there were. */
export const COUNTS_KEPT = 400 * DAY;
/** What the admin is shown of that. */
const COUNTS_SHOWN = 90 * DAY;
const MOST_COUNTS = 5_000;

const countOne = (tx: Tx, { host, version, code }: Report, now: number): Promise<unknown> =>
  tx
    .insertInto('report_counts')
    .values({ day: now - (now % DAY), host, version, code, n: 1, last_at: now })
    .onConflict((c) =>
      c.columns(['day', 'host', 'version', 'code']).doUpdateSet({
        n: sql<number>`report_counts.n + 1`,
        last_at: now,
      }),
    )
    .execute();

const dropOldest = async (tx: Tx): Promise<void> => {
  const old = await tx
    .selectFrom('reports')
    .select('id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .offset(MOST_REPORTS)
    .execute();
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await tx.deleteFrom('reports').where('id', 'in', ids).execute();
};

/**
 * Keeps a report, once by its id, and counts it. Who sent it is not in it; that somebody did is in the trail.
 * @returns false when it was there already
 */
export const storeReport = (
  store: Store,
  report: Report,
  { by, now }: { by: Actor; now: number },
): Promise<boolean> =>
  store.write(async (tx) => {
    const { id, code, host, version, extension, browser } = report;
    const row = await tx
      .insertInto('reports')
      .values({ ...{ id, at: now, host, version, code, extension, browser }, body: JSON.stringify(report) })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) return false;
    await countOne(tx, report, now);
    await dropOldest(tx);
    await audit(tx, { id: `report:${id}`, at: now, by, action: 'report-sent', detail: { host, code } });
    return true;
  });

/** Counts by day, host, version and code of the last 90 days, and the reports that are kept; newest first. */
export const readReports = async (
  tx: Tx,
  now: number,
): Promise<{ counts: ReportCount[]; reports: ReportHead[] }> => {
  const counts = await tx
    .selectFrom('report_counts')
    .selectAll()
    .where('day', '>', now - COUNTS_SHOWN)
    .orderBy('day', 'desc')
    .orderBy('last_at', 'desc')
    .limit(MOST_COUNTS)
    .execute();
  const reports = await tx
    .selectFrom('reports')
    .select(['id', 'at', 'host', 'version', 'code', 'extension', 'browser'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_REPORTS)
    .execute();
  // Validated when they came in.
  const codeOf = (code: string) => code as ReportCode;
  return {
    counts: counts.map(({ last_at, ...row }) => ({ ...row, code: codeOf(row.code), lastAt: last_at })),
    reports: reports.map((row) => ({ ...row, code: codeOf(row.code) })),
  };
};

/** One report as it was sent; null: there is none, or no more. */
export const readReport = async (
  tx: Tx,
  id: string,
): Promise<{ at: number; report: StoredReport } | null> => {
  const row = await tx.selectFrom('reports').select(['at', 'body']).where('id', '=', id).executeTakeFirst();
  return row ? { at: row.at, report: StoredReport.parse(JSON.parse(row.body)) } : null;
};

/** Forgets reports and counts that are too old. */
export const purgeReports = (store: Store, now: number): Promise<void> =>
  store.write(async (tx) => {
    await tx
      .deleteFrom('reports')
      .where('at', '<', now - REPORTS_KEPT)
      .execute();
    await tx
      .deleteFrom('report_counts')
      .where('day', '<', now - COUNTS_KEPT)
      .execute();
  });
