import { parseArgs } from 'node:util';
import { examine } from '../doctor/examine.ts';
import { markForRefold } from '../doctor/mend.ts';
import { type Finding, some } from '../doctor/types.ts';
import { readEnv } from '../env.ts';
import { RefoldAnswer } from '../routes/care.ts';
import { OperatorError } from '../store/errors.ts';
import { openToLook } from '../store/look.ts';
import { count } from '../words.ts';
import { ask } from './ask.ts';
import { createCount } from './progress.ts';
import { mustHold, reach, runCommand } from './reach.ts';

const USAGE = 'npm run doctor [-- --sample 1000] [--mend] [--data DIR]';
const PURPOSE =
  'Looks through a store, also while servers run, and says what is sound and what is not. Changes nothing; with --mend it marks customers whose facts are wrong, to be made anew from their events.';

const MARKS: Record<Finding['mark'], string> = { ok: '✓', note: '·', wrong: '✗' };
/** Customers that are marked at a time. */
const AT_ONCE = 200;

const readSample = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new OperatorError(`--sample ${text}: must be a number.`, USAGE);
  return Number(text);
};

const mend = async (dataDir: string, databaseUrl: string | undefined, ids: readonly string[]) => {
  const reached = await reach(dataDir, databaseUrl);
  let marked = 0;
  const unfolded: string[] = [];
  try {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const customers = ids.slice(from, from + AT_ONCE);
      if ('control' in reached) {
        const answer = await ask(reached.control, 'POST', '/refolds', RefoldAnswer, { customers });
        marked += answer.marked;
        unfolded.push(...answer.unfolded);
      } else marked += await markForRefold(reached.store, customers);
    }
  } finally {
    if ('store' in reached) await reached.store.close();
  }
  const who = count(marked, 'customer is', 'customers are');
  const facts = marked === 1 ? 'its facts' : 'their facts';
  const stuck = [...new Set(unfolded)];
  process.stdout.write(
    'control' in reached
      ? `${who} marked; the server has made ${facts} anew${stuck.length > 0 ? `, but for what it cannot read: ${some(stuck)}` : ''}.\n`
      : `${who} marked; a server makes ${facts} anew when it starts, or within the hour.\n`,
  );
};

await runCommand(USAGE, PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values } = parseArgs({
    options: {
      sample: { type: 'string' },
      mend: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const sample = readSample(values.sample);
  const dataDir = values.data ?? env.DATA_DIR;
  if (!env.DATABASE_URL) mustHold(dataDir);
  const look = await openToLook(dataDir, env.DATABASE_URL);
  const progress = createCount(process.stderr);
  const refold: string[] = [];
  let faults = 0;
  try {
    await look.snapshot(async (tx) => {
      const exam = {
        ...{ tx, kind: look.kind, sample, onProgress: progress.done },
        refold: (id: string) => void refold.push(id),
      };
      for await (const { name, finding } of examine(exam)) {
        process.stdout.write(`${MARKS[finding.mark]} ${name}: ${finding.says}\n`);
        if (finding.mark !== 'wrong') continue;
        faults += 1;
        process.stdout.write(`  ${finding.mend}\n`);
      }
    });
  } finally {
    await look.close();
  }
  if (values.mend && refold.length > 0) await mend(dataDir, env.DATABASE_URL, refold);
  process.stdout.write(
    faults === 0
      ? 'All is well.\n'
      : `${count(faults, 'of these lines needs', 'of these lines need')} you.\n`,
  );
  if (faults > 0) process.exitCode = 1;
});
