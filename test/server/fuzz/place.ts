import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Memory, where there is some to be had as a folder: nothing here has to outlast a power cut. */
const ROOM = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A store that can be copied: whole, at rest. */
export type Shelf = {
  /** An empty place, or one with a copy of `from`. */
  place: (from?: StorePlace) => Promise<StorePlace>;
  remove: () => Promise<void>;
};
export type StorePlace = { dataDir: string; databaseUrl: string | undefined; remove: () => Promise<void> };

const sqliteShelf = (): Shelf => {
  const folder = mkdtempSync(join(ROOM, 'suki-fuzz-'));
  let made = 0;
  return {
    place: async (from) => {
      made += 1;
      const dataDir = join(folder, String(made));
      mkdirSync(dataDir);
      if (from) {
        for (const file of ['suki.db', 'suki.db-wal'])
          if (existsSync(join(from.dataDir, file))) cpSync(join(from.dataDir, file), join(dataDir, file));
      }
      const remove = async () => rmSync(dataDir, { recursive: true, force: true });
      return { dataDir, databaseUrl: undefined, remove };
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Databases of the cluster whose maintenance database is at `url`, copied as templates. */
const postgresShelf = (url: string): Shelf => {
  const folder = mkdtempSync(join(ROOM, 'suki-fuzz-'));
  const prefix = `fuzz_${process.pid}_`;
  let made = 0;
  const ask = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const nameOf = (place: StorePlace) => place.databaseUrl?.split('/').at(-1);
  return {
    place: async (from) => {
      made += 1;
      const name = `${prefix}${made}`;
      await ask(`create database ${name}${from ? ` template ${nameOf(from)} strategy file_copy` : ''}`);
      const dataDir = join(folder, name);
      mkdirSync(dataDir);
      return {
        dataDir,
        databaseUrl: url.replace(/\/[^/]*$/, `/${name}`),
        remove: () => ask(`drop database if exists ${name} with (force)`),
      };
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** @param postgresUrl of a maintenance database; without it SQLite */
export const createShelf = (postgresUrl?: string): Shelf =>
  postgresUrl === undefined ? sqliteShelf() : postgresShelf(postgresUrl);
