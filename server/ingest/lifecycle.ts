import { createHash } from 'node:crypto';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Facts } from '#lib/contract/facts.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import { answerOf, answersIn } from '#lib/lifecycle/answers.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { emptyFacts, FOLD_VERSION, foldAll, foldMore } from '#lib/lifecycle/fold.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { outcomeKey } from '#lib/lifecycle/outcomes.ts';
import { openFacts } from '#lib/lifecycle/packed.ts';
import { read, stageChange } from '#lib/lifecycle/read.ts';
import type { Because, Subject } from '#lib/lifecycle/types.ts';
import type { Ingest } from './context.ts';
import type { CustomerState } from './customers.ts';

/** The only place where the server meets the lifecycle rules. */
export const noFacts = emptyFacts;
export const foldVersion = FOLD_VERSION;
export { answerOf, answersIn, isSeen, outcomeKey };

export const STAGE_SOURCE = 'suki:stages';

export const foldInto = (state: CustomerState, events: readonly SukiEvent[]): void => {
  state.facts = foldMore(state.facts, events);
};

export const refoldAll = (events: readonly SukiEvent[]): Facts => foldAll(events);

/** The id of the stage change that `cause` (an event, a mutation, an import) brought about for a customer. */
export const stageEventId = (cause: string, customer: string): string =>
  `stage-${createHash('sha256').update(`${cause}\n${customer}`).digest('base64url').slice(0, 27)}`;

/** Whether the rules put a customer in another stage than their history says. */
export const isStageDue = (
  state: Pick<CustomerState, 'id' | 'profile' | 'facts'>,
  { playbook, now }: { playbook: Playbook; now: number },
): boolean => stageChange(read(state, playbook, now), state.facts) !== null;

/**
 * The Stage Changed event that is due for a customer, or null. It is dated when the new stage began to hold,
 * but never before the stage change that it follows, so that the newest one stays the one that counts.
 */
export const stageChangeOf = (state: CustomerState, ingest: Ingest, cause: string): SukiEvent | null => {
  if (!ingest.playbook) return null;
  const reading = read(state, ingest.playbook, ingest.now);
  const data = stageChange(reading, state.facts);
  if (!data) return null;
  const previous = openFacts(state.facts).recent.stages[0]?.at ?? -1;
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

/** What stands against a play for a customer, by guard; null: nothing, be it the top card or weaker than another. */
export type Judged = { blocked: string | null; isTop: boolean; because: Because };

/** Tells of customers whether a play fires for them at `now`; null: it has no reason to. */
export const judgeOf = (
  playbook: Playbook,
  play: string,
  now: number,
): ((subject: Subject) => Judged | null) => {
  // The others stay in the book, so that what was done before keeps its meaning.
  const plays = playbook.plays.map((each) => (each.id === play ? each : { ...each, off: true }));
  const alone = { ...playbook, plays };
  return (subject) => {
    const { top, rest, hidden } = decide(subject, alone, now);
    const card = top ?? rest[0];
    if (card) {
      const best = decide(subject, playbook, now).top;
      return { blocked: null, isTop: best?.play.id === play, because: card.because };
    }
    const [kept] = hidden;
    return kept ? { blocked: kept.blocked.guard, isTop: false, because: kept.blocked.because } : null;
  };
};
