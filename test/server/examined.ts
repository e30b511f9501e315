import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { examine } from '#server/doctor/examine.ts';
import { sampleWorkspace } from '#server/sample/workspace.ts';
import { seedWorkspace } from '#server/seed.ts';
import { openToLook } from '#server/store/look.ts';
import { openPostgres } from '#server/store/postgres.ts';
import { createDevice, type Place, START, serverForTest } from './world.ts';

export const lookThrough = async (place: Place, sample: number | null = null) => {
  const look = await openToLook(place.dataDir, place.databaseUrl);
  const refold: string[] = [];
  const found: { name: string; mark: string; says: string }[] = [];
  const seen: number[] = [];
  try {
    await look.snapshot(async (tx) => {
      const exam = { tx, kind: look.kind, sample, refold: (id: string) => void refold.push(id) };
      const onProgress = (done: number, of: number) => void seen.push(done / of);
      for await (const { name, finding } of examine({ ...exam, onProgress }))
        found.push({ name, mark: finding.mark, says: finding.says });
    });
  } finally {
    await look.close();
  }
  const wrong = found.filter(({ mark }) => mark === 'wrong').map(({ name, says }) => `${name}: ${says}`);
  return { found, wrong, refold, seen };
};

/** A workspace with a year of history, and a rep who has recorded and undone. */
export const livedIn = async (place: Place) => {
  const server = await serverForTest(place);
  await seedWorkspace(server.store, sampleWorkspace({ seed: 1, now: START }), START);
  const mia = await createDevice(server, 'Mia');
  const clicks = [mia.creating('ana', 'ana@shop.example'), mia.recording('ana', 'one')];
  const undone = mia.recording('ana', 'two');
  clicks.push(undone, mia.undoing('ana', undone.id), mia.recording('ana', 'three'));
  const { results } = await (await mia.push(clicks)).json();
  expect(results.map(({ status }: { status: string }) => status)).toEqual(Array(5).fill('applied'));
  return { server, mia, recorded: clicks[1]?.id ?? '' };
};

/** Does what no program of ours would. */
export const damage = async (place: Place, statement: string) => {
  if (!place.databaseUrl) {
    const db = new DatabaseSync(join(place.dataDir, 'suki.db'), { enableForeignKeyConstraints: false });
    db.exec(statement);
    return db.close();
  }
  const { writer, close } = await openPostgres(place.databaseUrl);
  await writer.transaction().execute(async (tx) => {
    // As a superuser who puts half a dump back.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql.raw(statement).execute(tx);
  });
  await close();
};
