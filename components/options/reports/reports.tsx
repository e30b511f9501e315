import { ChevronDown } from 'lucide-react';
import { useCallback, useId, useState } from 'react';
import type { ReportHead } from '#lib/contract/report.ts';
import { tr } from '#lib/i18n/report.ts';
import type { AdminClient } from '#lib/sync/admin.ts';
import { pagesOf } from '../../report/picture.tsx';
import { ago, full, number } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useAsked } from '../team/use-asked.ts';
import { Opened } from './opened.tsx';
import { type Tally, tallyOf } from './tally.ts';

type Props = { ask: AdminClient; now: number };

/** Pages that colleagues have reported: how many, of which host and version of its detector, and each of them to open. */
export const Reports = ({ ask, now }: Props) => {
  const [asked] = useAsked(useCallback(() => ask.reports(), [ask]));
  const [opened, setOpened] = useState<ReportHead | null>(null);
  switch (asked.state) {
    case 'asking':
      return (
        <p role="status" className="text-soft">
          {tr('reports.loading')}
        </p>
      );
    case 'failed':
      return <p className="text-soft">{tr('reports.failed', { message: asked.error.message })}</p>;
    case 'there': {
      const tallies = tallyOf(asked.value, now);
      if (tallies.length === 0) return <p className="text-soft">{tr('reports.none')}</p>;
      return (
        <>
          <table className="w-full border-collapse">
            <thead className="text-start text-2xs text-soft">
              <tr>
                <th scope="col" className="py-1 pe-2 text-start font-medium">
                  {tr('reports.page')}
                </th>
                {(['reports.misses', 'reports.wrong', 'reports.last'] as const).map((word) => (
                  <th key={word} scope="col" className="py-1 ps-2 text-end font-medium">
                    {tr(word)}
                  </th>
                ))}
              </tr>
            </thead>
            {tallies.map((tally) => (
              <Rows key={`${tally.host} ${tally.version}`} {...{ tally, now }} onOpen={setOpened} />
            ))}
          </table>
          {opened && <Opened key={opened.id} ask={ask} head={opened} onClose={() => setOpened(null)} />}
        </>
      );
    }
  }
};

type RowsProps = { tally: Tally; now: number; onOpen: (report: ReportHead) => void };
const Rows = ({ tally, now, onOpen }: RowsProps) => {
  const { host, version, misses, wrong, lastAt, days, reports } = tally;
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <tbody className="border-line border-t">
      <tr>
        <th scope="row" className="py-2 pe-2 text-start font-normal">
          <span className="block font-medium [overflow-wrap:anywhere]">{pagesOf(host)}</span>
          <span className="block whitespace-nowrap text-soft text-xs">
            {tr('reports.version', { version })}
          </span>
        </th>
        <td className="ps-2 text-end tabular-nums">{number(misses)}</td>
        <td className={cx('ps-2 text-end tabular-nums', wrong > 0 && 'font-semibold text-alarm')}>
          {number(wrong)}
        </td>
        <td className="ps-2 text-end text-soft text-xs" title={full(lastAt)}>
          {ago(lastAt, now)}
        </td>
      </tr>
      <tr>
        <td colSpan={4} className="pb-2">
          <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
            <Days days={days} />
            <Button
              size="sm"
              look="quiet"
              aria-expanded={isShown}
              aria-controls={id}
              aria-label={tr('reports.show', { host: pagesOf(host), version })}
              onClick={() => setShown(!isShown)}
            >
              {tr('reports.show.do', { n: misses + wrong })}
              <ChevronDown size={13} aria-hidden className={cx(isShown && 'rotate-180')} />
            </Button>
          </div>
          <div id={id} hidden={!isShown}>
            {reports.length === 0 ? (
              <p className="mt-1 text-soft text-xs">{tr('reports.kept.none')}</p>
            ) : (
              <ul className="mt-1 max-h-72 divide-y divide-line overflow-y-auto rounded-lg bg-sunk px-3">
                {reports.map((report) => (
                  <Kept key={report.id} {...{ report, now }} onOpen={() => onOpen(report)} />
                ))}
              </ul>
            )}
          </div>
        </td>
      </tr>
    </tbody>
  );
};

/** A bar for each day, the tallest for the most. */
const Days = ({ days }: { days: readonly number[] }) => {
  const most = Math.max(1, ...days);
  const all = days.reduce((sum, n) => sum + n, 0);
  return (
    <div role="img" aria-label={tr('reports.days', { n: all })} title={tr('reports.days', { n: all })}>
      <div className="flex h-6 items-end gap-px">
        {days.map((n, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place.
            key={at}
            className={cx('w-1 rounded-t-xs', n > 0 ? 'bg-leaf' : 'bg-line')}
            style={{ height: n > 0 ? `${Math.max(20, (100 * n) / most)}%` : '2px' }}
          />
        ))}
      </div>
    </div>
  );
};

const Kept = ({ report, now, onOpen }: { report: ReportHead; now: number; onOpen: () => void }) => {
  const { at, code, extension, browser } = report;
  const what = tr(`report.code.${code}`);
  const when = ago(at, now);
  return (
    <li className="flex items-center justify-between gap-3 py-2">
      <div className="min-w-0">
        <p>{what}</p>
        <p className="text-soft text-xs" title={full(at)}>
          {when}
          {' · '}
          {tr('report.from.by', { version: extension, browser })}
        </p>
      </div>
      <Button size="sm" aria-label={tr('reports.open.of', { when, what })} onClick={onOpen}>
        {tr('reports.open')}
      </Button>
    </li>
  );
};
