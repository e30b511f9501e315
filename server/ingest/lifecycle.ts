import { createHash } from 'node:crypto';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Facts } from '#lib/contract/facts.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { Stage } from '#lib/contract/stage.ts';
import { answerOf, answersIn } from '#lib/lifecycle/answers.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { emptyFacts, FOLD_VERSION, foldAll, foldMore } from '#lib/lifecycle/fold.ts';
import { isSeen } from '#lib/lifecycle/groups.ts';
import { readOverride } from '#lib/lifecycle/known.ts';
import { mark } from '#lib/lifecycle/mark.ts';
import { outcomeKey, playOf } from '#lib/lifecycle/outcomes.ts';
import { openFacts } from '#lib/lifecycle/packed.ts';
import { read, readView, stageChange } from '#lib/lifecycle/read.ts';
import type { Because, Subject } from '#lib/lifecycle/types.ts';
import { dueAt } from '#lib/lifecycle/urgent.ts';
import { makeView } from '#lib/lifecycle/view.ts';
import type { CustomerState } from './customers.ts';

/** The only place where the server meets the lifecycle rules. */
export const noFacts = emptyFacts;
export const foldVersion = FOLD_VERSION;

export type { Subject };
export { answerOf, answersIn, isSeen, mark, outcomeKey, playOf };

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

/** What reading a customer brings: the stage change that is due, if any, and when they need something. */
export type Look = { change: SukiEvent | null; due: number | null };

/**
 * Reads a customer as they are now. A stage change is dated when the new stage began to hold, but never before the stage change
 * that it follows, so that the newest one stays the one that counts.
 */
export const lookAt = (
  state: CustomerState,
  playbook: Playbook,
  { now, cause }: { now: number; cause: string },
): Look => {
  const view = makeView(state, playbook, now);
  const reading = readView(view);
  const due = dueAt(view, reading);
  const data = stageChange(reading, view.facts);
  if (!data) return { change: null, due };
  const previous = view.facts.recent.stages[0]?.at ?? -1;
  const began = Math.max(0, Math.min(now, Math.floor(reading.stage.since)));
  const change: SukiEvent = {
    id: stageEventId(cause, state.id),
    source: STAGE_SOURCE,
    subject: state.id,
    at: Math.max(previous + 1, began),
    type: 'Stage Changed',
    data,
  };
  return { change, due };
};

/** The stage that somebody named by hand and that is in force, with the mark of its event (lib/lifecycle/mark.ts). */
export type Override = { mark: string; to: Stage; at: number };

export const overrideOf = ({ facts }: Pick<CustomerState, 'facts'>, now: number): Override | null => {
  const open = openFacts(facts);
  const override = readOverride(open, now);
  const stub = open.recent.desk.find(({ type }) => type === 'Stage Overridden');
  return override && stub ? { mark: stub.id, to: override.to, at: override.at } : null;
};

/** When and by whom it was last lifted, as far as the facts know. */
export const liftOf = ({ facts }: Pick<CustomerState, 'facts'>): { at: number; by: string | null } | null => {
  const stub = openFacts(facts).recent.desk.find(({ type }) => type === 'Stage Override Lifted');
  return stub ? { at: stub.at, by: typeof stub.d.by === 'string' ? stub.d.by : null } : null;
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
