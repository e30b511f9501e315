import { parseArgs } from 'node:util';
import { writeBackup } from '../backup/write.ts';
import { readEnv } from '../env.ts';
import { OperatorError } from '../store/errors.ts';
import { openToLook } from '../store/look.ts';
import { createCount } from './progress.ts';
import { mustHold, runCommand } from './reach.ts';

const USAGE = 'npm run backup -- FILE [--data DIR]';
const PURPOSE =
  'Writes all data into one file, also while servers run. npm run restore puts it back, into either database.';

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
  const look = await openToLook(dataDir, env.DATABASE_URL);
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
});
