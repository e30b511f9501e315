import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { moveAside } from '../backup/aside.ts';
import { bringUpToDate, checkBackup, type Restored, restoreBackup } from '../backup/restore.ts';
import { readEnv } from '../env.ts';
import { isDamagedSqlite } from '../faults.ts';
import { createPlaybooks } from '../ingest/playbooks.ts';
import { OperatorError } from '../store/errors.ts';
import { count } from '../words.ts';
import { createCount } from './progress.ts';
import { reach, runCommand } from './reach.ts';
import { restoreRemotely } from './remote-restore.ts';

const USAGE = 'npm run restore -- FILE [--force] [--data DIR]';
const PURPOSE =
  'Replaces all data by those of a backup, also while servers run. Devices then send again what the backup lacks.';

/** Shows on the way how many rows are done. */
const counted = async <T>(
  work: (onProgress: (rows: number, of: number) => void) => Promise<T>,
): Promise<T> => {
  const progress = createCount(process.stderr);
  try {
    return await work(progress.done);
  } finally {
    progress.end();
  }
};

const damaged = (dataDir: string, cause: unknown): OperatorError =>
  new OperatorError(
    `suki.db in ${dataDir} is damaged, so that nothing can be put back into it.`,
    `Move suki.db, suki.db-wal and suki.db-shm aside (cd ${dataDir} && mkdir damaged && mv suki.db* damaged) and run this again; with --force it moves them by itself.`,
    { cause },
  );

/** What an operator has to know who believes that all is as it was before. */
const aftermath = ({ rows, kept }: Restored): string[] => [
  `${count(rows, 'row is', 'rows are')} back, and a new history has begun: devices send again what they recorded since.`,
  'Devices that were paired after the backup have to be paired again.',
  ...(kept === null
    ? [
        'Devices that were signed out after the backup are signed in again: npm run devices -- list names all, and revoke ID signs one out.',
      ]
    : []),
  ...(kept !== null && kept.devices > 0
    ? [
        `${count(kept.devices, 'device that was signed out after the backup stays', 'devices that were signed out after the backup stay')} signed out.`,
      ]
    : []),
  ...(kept !== null && kept.roles > 0
    ? [
        `Roles and teams are as they were then: those of ${count(kept.roles, 'member', 'members')} had changed since.`,
      ]
    : []),
];

await runCommand(USAGE, PURPOSE, async () => {
  const env = readEnv(process.env);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new OperatorError('Name one backup.', USAGE);
  const source = () => createReadStream(file, { highWaterMark: 1 << 18 });
  const { force } = values;
  const header = await counted((onProgress) => checkBackup(source, onProgress));
  process.stderr.write(
    `The backup is whole: "${header.workspace.name}" as of ${header.at}. Putting it back.\n`,
  );
  const dataDir = values.data ?? env.DATA_DIR;
  const putBack = async (): Promise<Restored> => {
    const reached = await reach(dataDir, env.DATABASE_URL, { mayMake: true });
    return counted(async (onProgress) => {
      if ('control' in reached)
        return restoreRemotely(reached.control, header, source(), { force, onProgress });
      const { store } = reached;
      try {
        const done = await restoreBackup(store, header, source, { uuid: randomUUID, force, onProgress });
        await bringUpToDate({ store, playbooks: createPlaybooks(), now: Date.now });
        return done;
      } finally {
        await store.close();
      }
    });
  };
  let restored: Restored;
  try {
    restored = await putBack();
  } catch (error) {
    if (env.DATABASE_URL || !isDamagedSqlite(error)) throw error;
    if (!force) throw damaged(dataDir, error);
    process.stderr.write(`suki.db was damaged; it is in ${moveAside(dataDir, Date.now())} now.\n`);
    restored = await putBack();
  }
  process.stdout.write(`${aftermath(restored).join('\n')}\n`);
});
