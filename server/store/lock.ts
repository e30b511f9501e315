import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreHeld } from './errors.ts';
import { isTransient } from './retry.ts';

const holderFile = (dataDir: string): string => join(dataDir, 'suki.pid');

const holder = (dataDir: string): number | undefined => {
  try {
    const pid = Number.parseInt(readFileSync(holderFile(dataDir), 'utf8'), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
};

/**
 * Takes the data folder for this process, or throws StoreHeld with the holder's pid. The lock is an open
 * transaction on a file of its own, so the system lets go of it when the process dies, however it dies: a
 * stale lock cannot exist, and a reused pid cannot fool it.
 * @returns what lets go of it
 */
export const lockFolder = (dataDir: string): (() => void) => {
  const lock = new DatabaseSync(join(dataDir, 'suki.lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    lock.close();
    if (isTransient(error)) throw new StoreHeld(dataDir, holder(dataDir));
    throw error;
  }
  writeFileSync(holderFile(dataDir), `${process.pid}\n`, { mode: 0o600 });
  return () => {
    lock.close();
  };
};
