import type { SukiEvent } from '#lib/contract/events.ts';
import type { Facts } from '#lib/contract/facts.ts';
import { emptyFacts, fold, foldAll } from '#lib/lifecycle/fold.ts';
import type { Ingest } from './context.ts';
import type { CustomerState } from './customers.ts';

/** The only place where the server meets the lifecycle rules. */
export const noFacts = emptyFacts;

export const foldInto = (state: CustomerState, events: readonly SukiEvent[]): void => {
  for (const event of events) state.facts = fold(state.facts, event);
};

export const refoldAll = (events: readonly SukiEvent[]): Facts => foldAll(events);

export const stageChangeOf = (_state: CustomerState, _ingest: Ingest): SukiEvent | null => null;
