import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStore } from '#server/store/open.ts';
import type { Isolation } from '#server/store/store.ts';

export const engines = ['sqlite', 'postgres'] as const;
/** Also PostgreSQL with every transaction serializable, as databases behave that know nothing less: for what writes most. */
export const strictEngines = [...engines, 'serializable'] as const;
export type EngineName = (typeof strictEngines)[number];

/** An empty place for a store: a folder, or a database of its own. */
export type Place = {
  dataDir: string;
  databaseUrl: string | undefined;
  isolation?: Isolation | undefined;
  remove: () => Promise<void>;
};

const inMaintenance = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
};

export const createPlace = async (engine: EngineName): Promise<Place> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'suki-server-'));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (engine === 'sqlite') return { dataDir, databaseUrl: undefined, remove: async () => removeFolder() };
  const name = `suki_${randomUUID().replaceAll('-', '')}`;
  await inMaintenance(`create database ${name}`);
  const databaseUrl = inject('postgresUrl').replace(/\/postgres$/, `/${name}`);
  return {
    dataDir,
    databaseUrl,
    isolation: engine === 'serializable' ? 'serializable' : undefined,
    remove: async () => {
      removeFolder();
      await inMaintenance(`drop database ${name} with (force)`);
    },
  };
};

export type Clock = { now: number };
export const START = Date.UTC(2026, 5, 1, 9);

export const openAt = (place: Place, clock: Clock) =>
  openStore({
    dataDir: place.dataDir,
    databaseUrl: place.databaseUrl,
    isolation: place.isolation,
    now: () => clock.now,
    uuid: randomUUID,
    random: Math.random,
  });

/** An empty place for the test that runs, removed when it ends. */
export const placeForTest = async (engine: EngineName): Promise<Place> => {
  const place = await createPlace(engine);
  onTestFinished(place.remove);
  return place;
};
