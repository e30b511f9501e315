// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { SEEN_MS, useNoted } from '#components/hooks/use-noted.ts';
import { type CacheDb, openCacheDb } from '#lib/cache/cache-db.ts';
import { nextDecisions, settleDecisions } from '#lib/cache/decisions.ts';
import { DecisionRecord } from '#lib/contract/decision.ts';
import type { Decision } from '#lib/lifecycle/types.ts';
import { customerOf, render, until } from './render.tsx';

let n = 0;
const open = (): CacheDb => openCacheDb(`noted-${++n}`);
const ids: (string | undefined)[] = [];
const Looking = ({ db, decision }: { db: CacheDb; decision: Decision | null }) => {
  ids.push(useNoted(db, decision));
  return null;
};
/** Shows a decision for so long. Only the panel's own clock is held, not that of the database. */
const look = (db: CacheDb, decision: Decision | null, ms: number): void => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  render(<Looking db={db} decision={decision} />);
  act(() => vi.advanceTimersByTime(ms));
  vi.useRealTimers();
};

/** Shows it until it is kept, in a panel that was just opened; its id. */
const seen = async (db: CacheDb, decision: Decision): Promise<string> => {
  ids.length = 0;
  render(null);
  look(db, decision, SEEN_MS);
  return until(() => ids.at(-1));
};

test('a decision that was on the screen for a second is kept, whole, under the id that its answers name', async () => {
  const db = open();
  const id = await seen(db, customerOf('complaint').decision);
  const rows = await db.decisions.toArray();
  expect(rows).toHaveLength(1);
  const [row] = rows;
  const kept = row?.state === 'waiting' ? DecisionRecord.parse(row.record) : null;
  expect(kept).toMatchObject({
    id,
    shown: ['apologise_personally', 'fix_first'],
    propensity: 1,
    stage: 'engage',
    status: 'strained',
  });
  expect(kept?.candidates.map(({ play }) => play)).toContain('suggest_upgrade');
});

test('one that flew past is not', async () => {
  const db = open();
  look(db, customerOf('complaint').decision, SEEN_MS - 1);
  look(db, null, SEEN_MS * 2);
  expect(await db.decisions.count()).toBe(0);
});

test('the clock deciding anew is not another decision: the id stays, and one is kept', async () => {
  const db = open();
  const { decision } = customerOf('complaint');
  const first = await seen(db, decision);
  look(db, { ...decision, at: decision.at + 30_000 }, SEEN_MS);
  expect(ids.at(-1)).toBe(first);
  expect(await db.decisions.count()).toBe(1);
});

test('closed and opened again on the same day, also once it was sent: answers name the one that is kept', async () => {
  const db = open();
  const { decision } = customerOf('complaint');
  const first = await seen(db, decision);
  look(db, null, 0);
  expect(await seen(db, { ...decision, at: decision.at + 60_000 })).toBe(first);
  for (const { key } of await nextDecisions(db, 10)) await settleDecisions(db, [key], decision.at);
  look(db, null, 0);
  expect(await seen(db, { ...decision, at: decision.at + 120_000 })).toBe(first);
  expect(await db.decisions.count()).toBe(1);
});

test('before it is kept an answer names none', () => {
  look(open(), customerOf('complaint').decision, SEEN_MS - 1);
  expect(ids.at(-1)).toBeUndefined();
});
