import { parseArgs } from 'node:util';
import { z } from 'zod';
import { auditOperator } from '../audit.ts';
import { readEnv } from '../env.ts';
import { createPlaybooks } from '../ingest/playbooks.ts';
import { logUnfolded, markOutdated, refoldAllMarked } from '../ingest/refold.ts';
import { type NightlyReport, runNightly } from '../jobs/nightly.ts';
import { createLog } from '../log.ts';
import type { Store } from '../store/store.ts';
import { count } from '../words.ts';
import { ask } from './ask.ts';
import { reach, runCommand } from './reach.ts';

const Report: z.ZodType<NightlyReport> = z.object({
  read: z.number(),
  buyers: z.number(),
  quality: z.enum(['prior', 'low', 'good']),
  published: z.boolean(),
  moved: z.number(),
});

/** Without a server: what it does at its start comes first, so that nobody is left out. */
const runHere = async (store: Store): Promise<NightlyReport> => {
  const deps = { store, playbooks: createPlaybooks(), now: Date.now };
  await markOutdated(deps);
  const log = createLog('warn', Date.now, (line) => process.stderr.write(line));
  logUnfolded(log, await refoldAllMarked(deps, `nightly ${Date.now()}`));
  const report = await runNightly({ ...deps, log, signal: new AbortController().signal });
  await auditOperator(store, Date.now(), { action: 'nightly', detail: {} });
  return report;
};

const words = { prior: 'too few came back', low: 'some came back', good: 'many came back' };

const PURPOSE = 'Does the work of the night now, here or in the server that holds the store.';

await runCommand('npm run nightly [-- --data DIR]', PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const started = performance.now();
  const reached = await reach(values.data ?? env.DATA_DIR, env.DATABASE_URL);
  let report: NightlyReport;
  if ('control' in reached) report = await ask(reached.control, 'POST', '/nightly', Report);
  else
    try {
      report = await runHere(reached.store);
    } finally {
      await reached.store.close();
    }
  const { read, buyers, quality, published, moved } = report;
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stdout.write(
    `nightly: ${count(read, 'customer')}, ${buyers.toLocaleString('en')} with orders (${words[quality]}); ` +
      `value model ${published ? 'sent to everybody' : 'unchanged'}; ${count(moved, 'stage')} changed; ${seconds} s\n`,
  );
});
