import { randomUUID } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { checkBackup, type Restored, restoreBackup } from '#server/backup/restore.ts';
import { writeBackup } from '#server/backup/write.ts';
import { ensurePlaybook } from '#server/ingest/playbook-versions.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { seedWorkspace } from '#server/seed.ts';
import type { GatedStore } from '#server/store/gate.ts';
import { openToLook } from '#server/store/look.ts';
import { openAt, type Place, START } from './place.ts';

export const sourceOf = (file: string) => () => createReadStream(file);

export const opened = async (place: Place): Promise<GatedStore> => {
  const store = await openAt(place, { now: START });
  onTestFinished(store.close);
  return store;
};

/** A store with a whole sample workspace in it. */
export const filled = async (place: Place): Promise<GatedStore> => {
  const store = await opened(place);
  await ensurePlaybook(store, START);
  await seedWorkspace(store, sampleWorkspace({ seed: 1, now: START }), START);
  await store.write(async (tx) => {
    await tx
      .insertInto('members')
      // Whatever an end of line may be to somebody, and what needs four bytes.
      .values({ id: 'm1', name: 'Mia\u2028\r\n"\\ 🌷', role: 'admin', created_at: START, teams: '[]' })
      .execute();
  });
  return store;
};

export const backUp = async (place: Place, file: string): Promise<number> => {
  const look = await openToLook(place.dataDir, place.databaseUrl);
  try {
    return await writeBackup(look, file, START);
  } finally {
    await look.close();
  }
};

export const restore = async (store: GatedStore, file: string, force = false): Promise<Restored> =>
  restoreBackup(store, await checkBackup(sourceOf(file)), sourceOf(file), { uuid: randomUUID, force });

export const linesIn = (file: string): string[] =>
  gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
/** The row that a restore changes: the counter. */
export const streamIn = (file: string): string =>
  linesIn(file).find((line) => line.startsWith('["all",')) ?? '[]';
/** All rows but that one. */
export const dataIn = (file: string): string[] =>
  linesIn(file)
    .slice(1, -1)
    .filter((line) => !line.startsWith('["all",'));
