import type { SukiEvent } from '../contract/events.ts';
import type { Playbook } from '../contract/playbook.ts';
import type { Stage } from '../contract/stage.ts';
import { emptyFacts, fold } from './fold.ts';
import { read } from './read.ts';
import type { Subject } from './types.ts';

/** [D2] What an event says about a play, or null. Only what somebody called helpful helped. */
export const answerOf = (event: SukiEvent): { play: string; helped: boolean } | null => {
  switch (event.type) {
    case 'Action Helped':
      return { play: event.data.play, helped: true };
    case 'Action Unhelpful':
      return { play: event.data.play, helped: false };
    case 'Action Dismissed':
      // The other reasons speak of this customer or of our facts, not of the play.
      return event.data.why === 'bad-idea' ? { play: event.data.play, helped: false } : null;
    default:
      return null;
  }
};

/** One answer, and the stage that the customer was in when it was given. `source` and `id` are the event's. */
export type Answer = { source: string; id: string; play: string; stage: Stage; helped: boolean };

/**
 * [D2] The answers among all events of one customer, given in any order. The stage is read from what had
 * happened up to the answer, so that an answer that is imported years later counts where it was given.
 */
export const answersIn = (
  { id, profile }: Pick<Subject, 'id' | 'profile'>,
  events: readonly SukiEvent[],
  playbook: Playbook,
): Answer[] => {
  if (!events.some((event) => answerOf(event))) return [];
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  const found: Answer[] = [];
  let facts = emptyFacts();
  let next = 0;
  for (const event of inOrder) {
    const answer = answerOf(event);
    if (!answer) continue;
    for (let one = inOrder[next]; one && one.at <= event.at; one = inOrder[next]) {
      facts = fold(facts, one);
      next += 1;
    }
    const { stage } = read({ id, profile, facts }, playbook, event.at).stage;
    found.push({ source: event.source, id: event.id, ...answer, stage });
  }
  return found;
};
