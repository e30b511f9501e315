import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../store/lock.ts';

const FILES = ['suki.db', 'suki.db-wal', 'suki.db-shm'] as const;

/**
 * Moves a damaged SQLite file, with what belongs to it, into a folder of its own beside it. Deletes nothing. Throws StoreHeld when
 * a process has it open.
 * @returns the folder
 */
export const moveAside = (dataDir: string, now: number): string => {
  const unlock = lockFolder(dataDir);
  try {
    const folder = join(dataDir, `damaged-${new Date(now).toISOString().replaceAll(':', '-').slice(0, 19)}`);
    mkdirSync(folder, { mode: 0o700 });
    for (const name of FILES)
      if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(folder, name));
    return folder;
  } finally {
    unlock();
  }
};
