import { OperatorError } from './store/errors.ts';

const field = (error: Error, name: string): string | undefined => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
};

/** What the system says of a path, by its code. */
const OF_PATHS: Record<string, { what: string; mend: string }> = {
  ENOENT: { what: 'does not exist', mend: 'Correct the path.' },
  EISDIR: { what: 'is a folder, not a file', mend: 'Name the file in it.' },
  EEXIST: { what: 'is a file, not a folder', mend: 'Name a folder, or move that file away.' },
  ENOTDIR: { what: 'leads through a file', mend: 'Name a folder, or move that file away.' },
  EACCES: {
    what: 'may not be opened by this user',
    mend: 'Change its owner or mode, or choose another place.',
  },
  EPERM: {
    what: 'may not be changed by this user',
    mend: 'Change its owner or mode, or choose another place.',
  },
  EFBIG: {
    what: 'would be larger than a file may be here',
    mend: 'Raise that limit (ulimit -f), or choose another place.',
  },
  EDQUOT: { what: 'does not fit into the quota of this user', mend: 'Make room, or choose another place.' },
  EROFS: { what: 'is on a disk that cannot be written', mend: 'Choose another place.' },
};

const CONNECTION_LOST = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET', '57P01', '57P02']);
const sqliteCode = (error: unknown): number | undefined => {
  const errcode: unknown = error instanceof Error ? Reflect.get(error, 'errcode') : undefined;
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
};

/** SQLITE_CORRUPT, SQLITE_NOTADB, or a table that is not there: nothing can be put back into such a file. */
export const isDamagedSqlite = (error: unknown): boolean => {
  const code = sqliteCode(error);
  return code === 11 || code === 26 || (error instanceof Error && error.message.startsWith('no such table'));
};

/** SQLITE_CORRUPT, SQLITE_FULL, SQLITE_CANTOPEN, SQLITE_NOTADB, in the low byte of the extended code. */
const OF_SQLITE: Record<number, { message: string; mend: string }> = {
  11: {
    message: 'The database in the data folder is damaged.',
    mend: 'npm run doctor says where. Put the last good backup back: npm run restore -- FILE',
  },
  13: { message: 'The disk is full.', mend: 'Make room, then run the same again.' },
  14: {
    message: 'The database in the data folder cannot be opened.',
    mend: 'Check owner and mode of the folder and of suki.db in it.',
  },
  26: {
    message: 'suki.db in the data folder is no database, or is damaged.',
    mend: 'Put the last good backup back (npm run restore -- FILE), or choose another folder: DATA_DIR=…',
  },
};

/**
 * The one place that turns what an operator can mend into words: wrong options, paths, a server that is gone.
 * Null for all else, which is a fault of ours and shows where it happened.
 * @param usage how the command is called, for options that it does not have
 */
export const operatorFault = (error: unknown, usage: string): OperatorError | null => {
  if (error instanceof OperatorError) return error;
  if (!(error instanceof Error)) return null;
  const mend = field(error, 'mend');
  if (mend !== undefined) return new OperatorError(error.message, mend, { cause: error });
  const code =
    field(error, 'code') ?? (error.cause instanceof Error ? field(error.cause, 'code') : undefined);
  if (code === undefined) return null;
  const told = (message: string, what: string) => new OperatorError(message, what, { cause: error });
  if (code.startsWith('ERR_PARSE_ARGS')) return told(error.message.split('. ')[0] ?? error.message, usage);
  if (code === 'ENOSPC') return told('The disk is full.', 'Make room, then run the same again.');
  const ofPath = OF_PATHS[code];
  if (ofPath) return told(`${field(error, 'path') ?? 'A path'} ${ofPath.what}.`, ofPath.mend);
  if (CONNECTION_LOST.has(code)) {
    return told(
      'The server ended before it was done.',
      'Run the same command again; an import goes on where it was.',
    );
  }
  const errcode = sqliteCode(error);
  const ofSqlite = errcode === undefined ? undefined : OF_SQLITE[errcode];
  return ofSqlite ? told(ofSqlite.message, ofSqlite.mend) : null;
};
