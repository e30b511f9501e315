import { createHash } from 'node:crypto';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Facts } from '#lib/contract/facts.ts';
import { answerOf, answersIn } from '#lib/lifecycle/answers.ts';
import { emptyFacts, FOLD_VERSION, fold, foldAll } from '#lib/lifecycle/fold.ts';
import { outcomeKey } from '#lib/lifecycle/outcomes.ts';
import { read, stageChange } from '#lib/lifecycle/read.ts';
import type { Ingest } from './context.ts';
import type { CustomerState } from './customers.ts';

/** The only place where the server meets the lifecycle rules. */
export const noFacts = emptyFacts;
export const foldVersion = FOLD_VERSION;
export { answerOf, answersIn, outcomeKey };

export const STAGE_SOURCE = 'suki:stages';

export const foldInto = (state: CustomerState, events: readonly SukiEvent[]): void => {
  for (const event of events) state.facts = fold(state.facts, event);
};

export const refoldAll = (events: readonly SukiEvent[]): Facts => foldAll(events);

/** The id of the stage change that `cause` (an event, a mutation, an import) brought about for a customer. */
export const stageEventId = (cause: string, customer: string): string =>
  `stage-${createHash('sha256').update(`${cause}\n${customer}`).digest('base64url').slice(0, 27)}`;

/**
 * The Stage Changed event that is due for a customer, or null. It is dated when the new stage began to hold,
 * but never before the stage change that it follows, so that the newest one stays the one that counts.
 */
export const stageChangeOf = (state: CustomerState, ingest: Ingest, cause: string): SukiEvent | null => {
  if (!ingest.playbook) return null;
  const reading = read(state, ingest.playbook, ingest.now);
  const data = stageChange(reading, state.facts);
  if (!data) return null;
  const previous = state.facts.recent.stages[0]?.at ?? -1;
  const began = Math.max(0, Math.min(ingest.now, Math.floor(reading.stage.since)));
  return {
    id: stageEventId(cause, state.id),
    source: STAGE_SOURCE,
    subject: state.id,
    at: Math.max(previous + 1, began),
    type: 'Stage Changed',
    data,
  };
};
