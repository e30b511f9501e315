// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { SEEN_MS, useNoted } from '#components/hooks/use-noted.ts';
import { type CacheDb, openCacheDb } from '#lib/cache/cache-db.ts';
import { DecisionRecord } from '#lib/contract/decision.ts';
import type { Decision } from '#lib/lifecycle/types.ts';
import { customerOf, render } from './render.tsx';

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

test('a decision that was on the screen for a second is kept, whole, under the id that its answers name', async () => {
  const db = open();
  const { decision } = customerOf('complaint');
  look(db, decision, SEEN_MS);
  const [row] = await vi.waitFor(async () => {
    const rows = await db.decisions.toArray();
    expect(rows).toHaveLength(1);
    return rows;
  });
  const kept = row?.state === 'waiting' ? DecisionRecord.parse(row.record) : null;
  expect(kept).toMatchObject({
    id: ids.at(-1),
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
  look(db, decision, SEEN_MS);
  const first = ids.at(-1);
  look(db, { ...decision, at: decision.at + 30_000 }, SEEN_MS);
  expect(ids.at(-1)).toBe(first);
  await vi.waitFor(async () => expect(await db.decisions.count()).toBe(1));
});
