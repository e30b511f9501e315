import { parseArgs } from 'node:util';
import { auditOperator } from '../audit.ts';
import { mustBeWritable, writeBackup } from '../backup/write.ts';
import { readEnv } from '../env.ts';
import { DoneAnswer } from '../routes/control.ts';
import { OperatorError } from '../store/errors.ts';
import { openToLook } from '../store/look.ts';
import { migrationsOf, schemaVersion } from '../store/migrate.ts';
import { ask } from './ask.ts';
import { createCount } from './progress.ts';
import { mustHold, reach, runCommand } from './reach.ts';

const USAGE = 'npm run backup -- FILE [--data DIR]';
const PURPOSE =
  'Writes all data into one file, also while servers run. npm run restore puts it back, into either database.';

/** Writes into the trail that somebody has taken a copy of everything. The copy itself is read beside whoever holds the store. */
const note = async (dataDir: string, databaseUrl: string | undefined): Promise<void> => {
  const reached = await reach(dataDir, databaseUrl);
  if ('control' in reached) {
    await ask(reached.control, 'POST', '/backups', DoneAnswer);
    return;
  }
  try {
    await auditOperator(reached.store, Date.now(), { action: 'backup', detail: {} });
  } finally {
    await reached.store.close();
  }
};

await runCommand(USAGE, PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new OperatorError('Name one file to write.', USAGE);
  const dataDir = values.data ?? env.DATA_DIR;
  if (!env.DATABASE_URL) mustHold(dataDir);
  mustBeWritable(file);
  const look = await openToLook(dataDir, env.DATABASE_URL);
  // A backup before an update must not be what brings the tables up to date.
  const isCurrent = (await look.snapshot(migrationsOf)).at(-1) === schemaVersion();
  const progress = createCount(process.stderr);
  try {
    const rows = await writeBackup(look, file, Date.now(), progress.done);
    process.stdout.write(
      `${file}: ${rows.toLocaleString('en')} rows.\n` +
        'It holds all customers, what signs devices in (hashed) and the key of the filter: keep it where only you can read it.\n',
    );
  } finally {
    progress.end();
    await look.close();
  }
  if (isCurrent)
    await note(dataDir, env.DATABASE_URL).catch(() =>
      process.stderr.write('The backup is whole, but could not be noted in the trail (npm run audit).\n'),
    );
});
