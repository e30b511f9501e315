import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from './store/folder.ts';

/** How the command line reaches a server that holds the data folder: over loopback, with a token of its run. */
const ControlFile = z.object({ url: z.url(), token: z.string().min(32), pid: z.number().int() });
export type ControlFile = z.infer<typeof ControlFile>;

const pathIn = (dataDir: string): string => join(dataDir, 'control.json');

/** Readable by this user alone: who has the token may do what an admin may. */
export const writeControlFile = (dataDir: string, control: ControlFile): void => {
  const path = pathIn(dataDir);
  makeFolder(dataDir);
  // A file that is there keeps its mode when it is written again.
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify(control), { mode: 0o600 });
};

/** Null when there is none, or none that can be read. */
export const readControlFile = (dataDir: string): ControlFile | null => {
  try {
    return ControlFile.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
  } catch {
    return null;
  }
};

/** Of several servers on one PostgreSQL, the last to start in a folder is the one that is found there. */
export const removeControlFile = (dataDir: string, { token }: ControlFile): void => {
  if (readControlFile(dataDir)?.token === token) rmSync(pathIn(dataDir), { force: true });
};
