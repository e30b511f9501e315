import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { makeFolder } from './folder.ts';
import { lockFolder } from './lock.ts';
import type { Tables } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Engine } from './store.ts';

/**
 * Makes a file that only this user can read, if it is missing. SQLite gives its -wal and -shm the mode of the
 * database; it would make the database itself readable for everybody.
 * Only for who holds the folder: closing a file also drops the locks that this process has on it.
 */
const makePrivate = (file: string): void => closeSync(openSync(file, 'a', 0o600));

const open = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  // Checkpoints of 40 MB: at the default of 4 MB an import spent a third of its time in them.
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536');
  db.exec('pragma wal_autocheckpoint = 10000');
  return db;
};

/** Opens `<dataDir>/suki.db` for this process alone. Throws StoreHeld when another one has it. */
export const openSqlite = (dataDir: string): Engine => {
  makeFolder(dataDir);
  const unlock = lockFolder(dataDir);
  try {
    const file = join(dataDir, 'suki.db');
    makePrivate(file);
    const writer = new Kysely<Tables>({ dialect: sqliteDialect(open(file), 'begin immediate') });
    const reader = new Kysely<Tables>({ dialect: sqliteDialect(open(file), 'begin') });
    return {
      kind: 'sqlite',
      writer,
      reader,
      close: async () => {
        await reader.destroy();
        await writer.destroy();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
};

/** Opens `<dataDir>/suki.db` beside whoever holds it, to read and nothing else. It must exist. */
export const openSqliteToRead = (dataDir: string): Pick<Engine, 'kind' | 'reader' | 'close'> => {
  const db = new DatabaseSync(join(dataDir, 'suki.db'), { readOnly: true, timeout: 5_000 });
  const reader = new Kysely<Tables>({ dialect: sqliteDialect(db, 'begin') });
  return { kind: 'sqlite', reader, close: () => reader.destroy() };
};
