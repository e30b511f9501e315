import { setImmediate as breathe } from 'node:timers/promises';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { PreviewAnswer } from '#lib/contract/playbook-edit.ts';
import { judgeOf } from '../ingest/lifecycle.ts';
import type { Store } from '../store/store.ts';
import { eachPage, subjectOf } from './nightly-pages.ts';

export type Counted = Extract<PreviewAnswer, { status: 'counted' }>;

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
 * between, so it is no picture of one moment. Rejects with the signal's reason when that is aborted.
 */
export const previewPlay = async (
  { store, now, clock, signal }: PreviewDeps,
  playbook: Playbook,
  play: string,
): Promise<Counted> => {
  const judge = judgeOf(playbook, play, now());
  const count: Counted = { status: 'counted', customers: 0, fires: 0, top: 0, blocked: {}, examples: [] };
  let turn = clock();
  for await (const page of eachPage({ store, signal, aim: TURN_MS })) {
    for (const row of page) {
      if (clock() - turn > TURN_MS) {
        await breathe();
        signal.throwIfAborted();
        turn = clock();
      }
      const subject = subjectOf(row);
      if (!subject) continue;
      const found = judge(subject);
      count.customers += 1;
      if (found?.blocked) count.blocked[found.blocked] = (count.blocked[found.blocked] ?? 0) + 1;
      else if (found) {
        count.fires += 1;
        if (found.isTop) count.top += 1;
        if (count.examples.length < EXAMPLES)
          count.examples.push({ id: row.id, name: subject.profile.name, why: found.because });
      }
    }
  }
  return count;
};
