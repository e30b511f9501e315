import { setImmediate as breathe } from 'node:timers/promises';
import type { Profile } from '#lib/contract/customer.ts';
import type { Facts } from '#lib/contract/facts.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { PreviewAnswer } from '#lib/contract/playbook-edit.ts';
import { Refused } from '../http/errors.ts';
import type { Store } from '../store/store.ts';
import { judgeOf } from './lifecycle.ts';

export type Counted = Extract<PreviewAnswer, { status: 'counted' }>;

/** Small enough to be read in one go while others wait. */
const PAGE = 100;
const EXAMPLES = 10;
/** So long at most nobody else gets their turn. */
const TURN_MS = 8;

export type PreviewDeps = {
  store: Store;
  now: () => number;
  /** Milliseconds of a clock that never jumps. */
  clock: () => number;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
};

/**
 * Asks of every customer, as they are today, whether a play of this playbook would be suggested. Others get their turn in
 * between, so it is no picture of one moment. Ends with `busy` when the signal is aborted.
 */
export const previewPlay = async (
  { store, now, clock, signal }: PreviewDeps,
  playbook: Playbook,
  play: string,
): Promise<Counted> => {
  const judge = judgeOf(playbook, play, now());
  const count: Counted = { status: 'counted', customers: 0, fires: 0, top: 0, blocked: {}, examples: [] };
  let after = '';
  let turn = clock();
  for (;;) {
    const rows = await store.read((tx) =>
      tx
        .selectFrom('customers')
        .select(['id', 'profile', 'facts'])
        .where('gone', '=', 0)
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .execute(),
    );
    for (const row of rows) {
      if (clock() - turn > TURN_MS) {
        await breathe();
        if (signal.aborted) throw new Refused('busy');
        turn = clock();
      }
      // Both are our own, and were validated when they came in.
      const profile: Profile = JSON.parse(row.profile);
      const facts: Facts = JSON.parse(row.facts);
      const found = judge({ id: row.id, profile, facts });
      count.customers += 1;
      if (found?.blocked) count.blocked[found.blocked] = (count.blocked[found.blocked] ?? 0) + 1;
      else if (found) {
        count.fires += 1;
        if (found.isTop) count.top += 1;
        if (count.examples.length < EXAMPLES)
          count.examples.push({ id: row.id, name: profile.name, why: found.because });
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return count;
    after = last.id;
  }
};
