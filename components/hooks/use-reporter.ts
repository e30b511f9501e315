import { useEffect, useRef, useState } from 'react';
import type { Reporter, Reporting } from '#components/report/reporting.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { Report, ReportCode } from '#lib/contract/report.ts';
import { accessTo } from '#lib/platform/sync-deps.ts';
import type { SyncError } from '#lib/sync/transport.ts';
import { useSettings } from './use-settings.ts';
import type { ViewInputs, ViewSource } from './view-source.ts';

const SEND_MS = 20_000;

const unsent = (report: Report, { code, message }: SyncError): Reporting => {
  const why = code === 'network' ? 'network' : code === 'busy' || code === 'too-many' ? 'busy' : 'other';
  return { state: 'unsent', report, why, message };
};

type Page = Pick<ViewInputs, 'tab' | 'reading'>;
/** What a page shows: a conversation, or none; null while it is still loading. */
const shownOn = ({ reading }: Page): string | null => {
  if (!reading) return null;
  if (reading.kind === 'people') return `people ${reading.conversation}`;
  return reading.miss === 'loading' ? null : 'nobody';
};
/** Whether something else than `before` is in view now. A page may load more of itself, and say another thing of why it shows nobody. */
const isElsewhere = (before: Page, now: Page): boolean => {
  const [then, here] = [shownOn(before), shownOn(now)];
  return (
    before.tab?.id !== now.tab?.id ||
    before.tab?.url !== now.tab?.url ||
    (then !== null && here !== null && then !== here)
  );
};

/**
 * Reports of the page in the focused tab, when the rep asks for one. It looks at the page as it is then, and sends what was shown
 * when the rep says so. When the page goes elsewhere before that, it is closed: what is in it would be of another page than the one beside
 * it. It has no part in the outbox: a report that does not go out is told of, and holds nothing up.
 */
export const useReporter = (dbs: Dbs, source: ViewSource): Reporter | null => {
  const connection = useSettings()?.connection ?? null;
  const [reporting, setReporting] = useState<Reporting | null>(null);
  /** What came of one that was closed meanwhile is nobody's business. */
  const turn = useRef(0);
  const begin = () => {
    turn.current += 1;
    const mine = turn.current;
    return (next: Reporting) => {
      if (turn.current === mine) setReporting(next);
    };
  };
  /** The page that is reported, until what is shown of it was sent. */
  const page = useRef<Page | null>(null);
  const close = () => {
    turn.current += 1;
    page.current = null;
    setReporting(null);
  };
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(
    () =>
      source.subscribe(() => {
        if (page.current && isElsewhere(page.current, source.read())) latest.current();
      }),
    [source],
  );
  if (!connection) return null;

  const look = async (code: ReportCode): Promise<void> => {
    const { tab, reading } = source.read();
    if (!tab || !reading) return;
    const say = begin();
    page.current = { tab, reading };
    say({ state: 'looking' });
    const { host, version } = reading;
    const made = async () =>
      (await import('#lib/platform/report.ts')).makeReport({ tab: tab.id, code, host, version });
    const report = await made().catch(() => null);
    say(report ? { state: 'shown', report } : { state: 'unseen' });
  };
  const send = async (report: Report): Promise<void> => {
    const say = begin();
    // It is on its way: what became of it is told wherever the rep is by then.
    page.current = null;
    say({ state: 'sending', report });
    const { sendReport } = await import('#lib/sync/reports.ts');
    const access = accessTo(dbs, connection, AbortSignal.timeout(SEND_MS));
    const answer = await sendReport(access, report);
    say(answer.ok ? { state: 'sent', report } : unsent(report, answer.error));
  };
  return {
    reporting,
    ask: (code) => void look(code),
    send: () => {
      if (reporting?.state === 'shown' || reporting?.state === 'unsent') void send(reporting.report);
    },
    close,
  };
};
