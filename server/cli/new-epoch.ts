import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readEnv } from '../env.ts';
import { StoreHeld } from '../store/errors.ts';
import { renewEpoch } from '../store/workspace.ts';
import { reach, runCommand } from './reach.ts';

const PURPOSE = 'To be run after a backup was put back: devices then push again what the backup lacks.';

await runCommand('npm run new-epoch [-- --data DIR]', PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const dataDir = values.data ?? env.DATA_DIR;
  const reached = await reach(dataDir, env.DATABASE_URL);
  if ('control' in reached) throw new StoreHeld(dataDir, reached.control.pid);
  await renewEpoch(reached.store, randomUUID);
  await reached.store.close();
  process.stdout.write('A new history has begun. Start the server; devices will catch up by themselves.\n');
});
