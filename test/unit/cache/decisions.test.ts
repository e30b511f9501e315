import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteMembers, readMembers, resetCache } from '#lib/cache/cache.ts';
import { type CacheDb, openCacheDb, staleCaches } from '#lib/cache/cache-db.ts';
import { nextDecisions, noteDecision, settleDecisions } from '#lib/cache/decisions.ts';
import type { DecisionRecord } from '#lib/contract/decision.ts';
import { DAY, HOUR } from '#lib/contract/primitives.ts';
import { uuids } from './deps.ts';

const NOON = Math.floor(1_790_000_000_000 / DAY) * DAY + 12 * HOUR;
let db: CacheDb;
let uuid: () => string;
let made = 0;
beforeEach(() => {
  made += 1;
  db = openCacheDb(`decisions-${made}`);
  uuid = uuids();
});
afterEach(() => db.delete());

const shown = (customer: string, at: number, ...plays: string[]): DecisionRecord => ({
  id: uuid(),
  customer,
  at,
  stage: 'engage',
  status: 'warm',
  health: 70,
  candidates: [],
  shown: plays,
  propensity: 1,
  versions: { fold: 1, rules: 1, playbook: 1 },
});
const waiting = async () => (await nextDecisions(db, 1_000)).map(({ record }) => record.customer);

describe('[S60] decisions that were shown', () => {
  it('are kept once for each customer, day and set of plays', async () => {
    const first = shown('ana', NOON, 'thank', 'ask');
    expect(await noteDecision(db, first)).toBe(first.id);
    expect(await noteDecision(db, shown('ana', NOON + HOUR, 'ask', 'thank'))).toBe(first.id);
    const others = [
      shown('ana', NOON, 'thank'),
      shown('ana', NOON),
      shown('ana', NOON + DAY, 'thank', 'ask'),
      shown('ben', NOON, 'thank', 'ask'),
    ];
    for (const other of others) expect(await noteDecision(db, other)).toBe(other.id);
    expect((await waiting()).sort()).toEqual(['ana', 'ana', 'ana', 'ana', 'ben']);
  });

  it('are not kept again on the day on which they were sent, and go by the id that was sent', async () => {
    const first = shown('ana', NOON, 'thank');
    await noteDecision(db, first);
    const [sent] = await nextDecisions(db, 10);
    await settleDecisions(db, [sent?.key ?? ''], NOON);
    expect(await waiting()).toEqual([]);
    expect(await noteDecision(db, shown('ana', NOON + HOUR, 'thank'))).toBe(first.id);
    expect(await waiting()).toEqual([]);
    const tomorrow = shown('ana', NOON + DAY, 'thank');
    expect(await noteDecision(db, tomorrow)).toBe(tomorrow.id);
  });

  it('leave no mark once their day is long over', async () => {
    await noteDecision(db, shown('ana', NOON, 'thank'));
    for (const { key } of await nextDecisions(db, 10)) await settleDecisions(db, [key], NOON);
    expect(await db.decisions.count()).toBe(1);
    await settleDecisions(db, [], NOON + 3 * DAY);
    expect(await db.decisions.count()).toBe(0);
  });

  it('are at most 500, the newest', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => shown(`c${i}`, NOON + i, 'thank'));
    await db.decisions.bulkAdd(
      rows.map((record) => ({
        key: record.id,
        id: record.id,
        at: record.at,
        state: 'waiting' as const,
        record,
      })),
    );
    await noteDecision(db, shown('last', NOON + 1_000, 'thank'));
    const kept = await waiting();
    expect(kept).toHaveLength(500);
    expect(kept).not.toContain('c0');
    expect(kept).toContain('last');
  });

  it('go with the rest of the cache, and the cache of the shape before is dropped', async () => {
    await noteDecision(db, shown('ana', NOON, 'thank'));
    await noteMembers(db, [{ id: 'm1', name: 'Mia', role: 'rep' }]);
    await resetCache(db);
    expect(await waiting()).toEqual([]);
    expect(await readMembers(db)).toEqual([]);
    expect(staleCaches(['suki-cache-1', 'suki-cache-2', 'suki-outbox'])).toEqual([
      'suki-cache-1',
      'suki-cache-2',
    ]);
  });
});

describe('[S61] colleagues', () => {
  it('are read without a network', async () => {
    expect(await readMembers(db)).toEqual([]);
    await noteMembers(db, [{ id: 'm1', name: 'Mia', role: 'rep' }]);
    await noteMembers(db, [{ id: 'm1', name: 'Mia', role: 'founder' }]);
    expect(await readMembers(db)).toEqual([{ id: 'm1', name: 'Mia', role: 'founder' }]);
  });
});
