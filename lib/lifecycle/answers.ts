import type { SukiEvent } from '../contract/events.ts';
import type { Playbook } from '../contract/playbook.ts';
import type { Stage } from '../contract/stage.ts';
import { emptyFacts, foldMore } from './fold.ts';
import { read } from './read.ts';
import type { Subject } from './types.ts';

/** What somebody said about a play: that it helped or did not, and whether they called it a bad idea in general. */
export type Verdict = { play: string; helped: boolean; bad: boolean };

/** [D2] What an event says about a play, or null. Only what somebody called helpful helped. */
export const answerOf = (event: SukiEvent): Verdict | null => {
  switch (event.type) {
    case 'Action Helped':
      return { play: event.data.play, helped: true, bad: false };
    case 'Action Unanswered':
    case 'Action Unhelpful':
      return { play: event.data.play, helped: false, bad: false };
    case 'Action Dismissed':
      // The other reasons speak of this customer or of our facts, not of the play.
      return event.data.why === 'bad-idea' ? { play: event.data.play, helped: false, bad: true } : null;
    default:
      return null;
  }
};

/**
 * One answer, who gave it, and the stage that the customer was in when it was given. `source` and `id` are the event's.
 */
export type Answer = Verdict & { source: string; id: string; by: string | null; stage: Stage };

/**
 * [D2] The answers among all events of one customer, given in any order. The stage is read from what had
 * happened up to the answer, so that an answer that is imported years later counts where it was given. Plays of which an
 * answer says nothing (`learns: false`) are left out.
 */
export const answersIn = (
  { id, profile }: Pick<Subject, 'id' | 'profile'>,
  events: readonly SukiEvent[],
  playbook: Playbook,
): Answer[] => {
  const unlearned = new Set(playbook.plays.flatMap((play) => (play.learns === false ? [play.id] : [])));
  const counted = (event: SukiEvent): Verdict | null => {
    const verdict = answerOf(event);
    return verdict && !unlearned.has(verdict.play) ? verdict : null;
  };
  if (!events.some((event) => counted(event))) return [];
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  const found: Answer[] = [];
  let facts = emptyFacts();
  let next = 0;
  for (const event of inOrder) {
    const answer = counted(event);
    if (!answer) continue;
    const from = next;
    while ((inOrder[next]?.at ?? Infinity) <= event.at) next += 1;
    facts = foldMore(facts, inOrder.slice(from, next));
    const { stage } = read({ id, profile, facts }, playbook, event.at).stage;
    found.push({ source: event.source, id: event.id, by: event.by ?? null, ...answer, stage });
  }
  return found;
};
