import type { IngestDeps } from '../ingest/context.ts';
import { markOutdated, refoldAllMarked } from '../ingest/refold.ts';
import { describeError, type Log } from '../log.ts';
import { purge } from './purge.ts';

const DAY = 86_400_000;

/**
 * What a server does beside answering: at its start it finishes what a killed import or an older version left
 * unfolded, and once a day it throws away what is too old.
 */
export const startChores = (deps: IngestDeps, log: Log): { stop: () => Promise<void> } => {
  const run = async (name: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      log('error', 'chore-failed', { chore: name, ...describeError(error) });
    }
  };
  const daily = () => run('purge', () => purge(deps.store, deps.now()));
  let busy = (async () => {
    await run('refold', async () => {
      await markOutdated(deps);
      await refoldAllMarked(deps, `start ${deps.now()}`);
    });
    await daily();
  })();
  const timer = setInterval(() => {
    busy = busy.then(daily);
  }, DAY).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
  };
};
