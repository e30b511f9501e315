import { constants, createWriteStream, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { OperatorError } from '../store/errors.ts';
import type { Look } from '../store/look.ts';
import { backupLines, type OnProgress } from './lines.ts';

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync();
  await handle.close();
};

/** Throws when no file can be written there, before anything is read for it. */
export const mustBeWritable = (file: string): void => {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new OperatorError(
      `${file} is a folder, not a file.`,
      `Name the file in it: ${join(file, 'suki.backup')}`,
    );
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new OperatorError(`${folder} is no folder.`, 'Make it first, or choose another place.');
};

/** Whatever the system says of the temporary file is meant of the one that was named. */
const ofFile = (error: unknown, file: string): unknown =>
  error instanceof Error && 'syscall' in error ? Object.assign(error, { path: file }) : error;

/**
 * Writes all data of a store into a file that only this user can read. The file appears under its name when it is whole and on
 * the disk; one that was there before is replaced then, and not before. Throws what the system says of `file` where it cannot be
 * written.
 * @returns how many rows it has
 */
export const writeBackup = async (
  look: Look,
  file: string,
  now: number,
  onProgress: OnProgress = () => {},
): Promise<number> => {
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, 'w', 0o600).catch((error: unknown) => {
    throw ofFile(error, file);
  });
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
    throw ofFile(error, file);
  }
};
