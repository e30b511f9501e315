import { constants, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Look } from '../store/look.ts';
import { backupLines, type OnProgress } from './lines.ts';

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync();
  await handle.close();
};

/**
 * Writes all data of a store into a file that only this user can read. The file appears under its name when it is whole and on
 * the disk; one that was there before is replaced then, and not before.
 * @returns how many rows it has
 */
export const writeBackup = async (
  look: Look,
  file: string,
  now: number,
  onProgress: OnProgress = () => {},
): Promise<number> => {
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    const rows = await look.snapshot(async (tx) => {
      let written = 0;
      async function* lines() {
        written = yield* backupLines(tx, look.kind, now, onProgress);
      }
      await pipeline(
        Readable.from(lines()),
        createGzip({ level: 4 }),
        createWriteStream('', { fd: handle.fd, autoClose: false }),
      );
      return written;
    });
    await handle.sync();
    await handle.close();
    await rename(part, file);
    await syncFolder(dirname(file));
    return rows;
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
};
