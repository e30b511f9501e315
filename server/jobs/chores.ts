import type { IngestDeps } from '../ingest/context.ts';
import { logUnfolded, markOutdated, refoldAllMarked } from '../ingest/refold.ts';
import { describeError, type Log } from '../log.ts';
import { type FilterDeps, keepFilter } from './filter.ts';
import { isNightlyDue, runNightly } from './nightly.ts';
import { purge } from './purge.ts';

/** How soon the filter is made anew once its key has to be renewed. */
const FILTER_MS = 300_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What a server does beside answering: at its start it finishes what a killed import or an older version left
 * unfolded; once a day it throws away what is too old, and does the work of the night if nobody has within a day. The filter
 * of known customers is looked after all the time.
 */
export const startChores = (
  deps: IngestDeps & FilterDeps & { auditDays?: number | undefined },
  log: Log,
): { stop: () => Promise<void> } => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (name: string, work: () => Promise<unknown>) => {
    if (signal.aborted) return;
    try {
      await work();
    } catch (error) {
      if (!signal.aborted) log('error', 'chore-failed', { chore: name, ...describeError(error) });
    }
  };
  const clean = () => run('purge', () => purge(deps.store, deps.now(), deps.auditDays));
  const filter = () => run('filter', () => keepFilter(deps, signal));
  const nightly = () =>
    run('nightly', async () => {
      if (await isNightlyDue(deps)) await runNightly({ ...deps, log, signal });
    });
  const refold = () =>
    run('refold', async () => logUnfolded(log, await refoldAllMarked(deps, `chores ${deps.now()}`)));
  let busy = (async () => {
    await run('mark', () => markOutdated(deps));
    await refold();
    await filter();
    await clean();
    await nightly();
  })();
  const timers = [
    setInterval(() => {
      busy = busy.then(filter);
    }, FILTER_MS),
    setInterval(() => {
      busy = busy.then(clean);
    }, DAY),
    // Looked at each hour, so that a run that failed is not put off for a day.
    setInterval(() => {
      busy = busy.then(refold).then(nightly);
    }, HOUR),
  ];
  for (const timer of timers) timer.unref();
  return {
    stop: async () => {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await busy;
    },
  };
};
