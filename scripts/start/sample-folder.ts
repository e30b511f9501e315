import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '#server/store/errors.ts';
import { makeFolder } from '#server/store/folder.ts';
import { lockFolder } from '#server/store/lock.ts';

/** The same shop at every start: its stories were planted relative to this moment. */
const Planted = z.object({ seed: z.int(), now: z.int() });
export type Planted = z.infer<typeof Planted>;

const MARK = 'sample.json';
/** All that a sample workspace and its browser leave in their folder. */
const OURS = new Set([
  ...[MARK, 'suki.db', 'suki.db-wal', 'suki.db-shm', 'suki.db-journal'],
  ...['suki.lock', 'suki.lock-journal', 'suki.pid', 'control.json', 'browser'],
]);

const ELSEWHERE = 'Name a new or empty folder, or one that npm start has made: --data DIR';

const entriesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Throws an OperatorError for a folder that is somebody else's: their workspace is no place for a sample, nor their files. */
const mustBeOurs = (folder: string): void => {
  const entries = entriesOf(folder);
  if (entries.length === 0 || entries.includes(MARK)) return;
  const what = entries.includes('suki.db') ? 'holds a workspace that is no sample' : 'holds other files';
  throw new OperatorError(`${folder} ${what}.`, ELSEWHERE);
};

/** Takes a sample away, and nothing else: a folder with anything in it that no sample leaves is not touched. */
export const sweepSample = (folder: string): void => {
  mustBeOurs(folder);
  const entries = entriesOf(folder);
  if (entries.length === 0) return;
  const foreign = entries.filter((entry) => !OURS.has(entry));
  if (foreign.length > 0)
    throw new OperatorError(
      `${folder} holds more than a sample: ${foreign.slice(0, 3).join(', ')}${foreign.length > 3 ? ' …' : ''}.`,
      'Move that away, or start without --fresh.',
    );
  // The lock is the server's own: a running sample is not swept away from under its feet.
  lockFolder(folder)();
  for (const entry of entriesOf(folder)) rmSync(join(folder, entry), { recursive: true, force: true });
};

/** When the sample in this folder was planted; a new one is planted now. */
export const plantedIn = (folder: string): Planted => {
  mustBeOurs(folder);
  const file = join(folder, MARK);
  if (existsSync(file)) {
    try {
      return Planted.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      throw new OperatorError(`${file} is damaged.`, 'Start over with --fresh.', { cause: error });
    }
  }
  makeFolder(folder);
  const planted = { seed: 1, now: Date.now() };
  writeFileSync(file, JSON.stringify(planted));
  return planted;
};
