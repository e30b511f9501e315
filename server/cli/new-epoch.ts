import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { auditOperator } from '../audit.ts';
import { readEnv } from '../env.ts';
import { EpochAnswer } from '../routes/care.ts';
import { renewEpoch } from '../store/workspace.ts';
import { ask } from './ask.ts';
import { reach, runCommand } from './reach.ts';

const PURPOSE =
  'To be run after data were put back by other means than npm run restore: devices then push again what is missing.';

await runCommand('npm run new-epoch [-- --data DIR]', PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const reached = await reach(values.data ?? env.DATA_DIR, env.DATABASE_URL);
  if ('control' in reached) await ask(reached.control, 'POST', '/new-epoch', EpochAnswer);
  else
    try {
      await renewEpoch(reached.store, randomUUID);
      await auditOperator(reached.store, Date.now(), { action: 'new-epoch', detail: {} });
    } finally {
      await reached.store.close();
    }
  process.stdout.write('A new history has begun; devices will catch up by themselves.\n');
});
