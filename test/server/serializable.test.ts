import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Tx } from '#server/store/store.ts';
import { takeNumber } from '#server/store/workspace.ts';
import { type EngineName, openAt, placeForTest, START, strictEngines } from './place.ts';

const WRITERS = 16;
const ROUNDS = 15;

/** The number of a row that is about to be committed. */
type Number = (tx: Tx) => Promise<number>;

/** What must never be: numbers that are given out, not committed in their order. */
const fromSequence: Number = async (tx) => {
  const { rows } = await sql<{ n: number }>`select nextval('mutant') as n`.execute(tx);
  return rows[0]?.n ?? 0;
};

/** Many write at once, and one reads after a cursor without a rest. @returns how many rows were written, and not read */
const race = async (engine: EngineName, number: Number): Promise<{ written: number; missed: number }> => {
  const place = await placeForTest(engine);
  const stores = [await openAt(place, { now: START })];
  // SQLite has one process; of PostgreSQL there are two, so that writers meet who know nothing of each other.
  if (engine !== 'sqlite') stores.push(await openAt(place, { now: START }));
  onTestFinished(async () => {
    for (const store of stores) await store.close();
  });
  const [store] = stores;
  if (!store) throw new Error();
  await store.write(async (tx) => {
    await sql`create table rows_in_order (id text primary key, seq bigint not null)`.execute(tx);
    if (engine !== 'sqlite') await sql`create sequence mutant`.execute(tx);
  });
  let writing = true;
  const seen = new Set<string>();
  const reading = (async () => {
    let cursor = 0;
    for (let isLast = false; ; isLast = !writing) {
      const last = cursor;
      const { rows } = await store.read((tx) =>
        sql<{ id: string; seq: number }>`
          select id, seq from rows_in_order where seq > ${last} order by seq
        `.execute(tx),
      );
      for (const { id, seq } of rows) {
        seen.add(id);
        cursor = seq;
      }
      if (isLast) return;
      await sleep(1);
    }
  })();
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    const mine = stores[writer % stores.length] ?? store;
    for (let round = 0; round < ROUNDS; round += 1)
      await mine.write(async (tx) => {
        const seq = await number(tx);
        await sql`insert into rows_in_order values (${`${writer}-${round}`}, ${seq})`.execute(tx);
        // A commit takes as long as the disk likes.
        if (round % 2 === 0) await sleep((writer + round) % 5);
      });
  });
  await Promise.all(writers).finally(() => {
    writing = false;
  });
  await reading;
  return { written: WRITERS * ROUNDS, missed: WRITERS * ROUNDS - seen.size };
};

describe('the order of numbers is the order of commits', () => {
  it.each(strictEngines)('[S59] on %s: of 16 writers no row slips behind a reader', async (engine) => {
    expect(await race(engine, takeNumber)).toEqual({ written: WRITERS * ROUNDS, missed: 0 });
  });

  it('[S59] and would not be with a sequence, for the same reader misses rows', async () => {
    expect((await race('postgres', fromSequence)).missed).toBeGreaterThan(0);
  });
});
