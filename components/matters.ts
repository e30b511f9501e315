import type { Facts } from '#lib/contract/facts.ts';
import { type Matter, matters } from '#lib/lifecycle/matters.ts';
import { openFacts } from '#lib/lifecycle/packed.ts';

const isOwed = ({ state }: Matter): boolean => state === 'open' || state === 'partly' || state === 'missed';

/** Complaints that are open, or solved by us and not yet confirmed by the customer; oldest first. */
export const openComplaints = (facts: Facts): Matter[] =>
  matters(openFacts(facts), 'care').filter(
    ({ kind, state }) => kind === 'complaint' && state !== 'confirmed',
  );

/** Questions that are not fully answered, oldest first. */
export const openQuestions = (facts: Facts): Matter[] =>
  matters(openFacts(facts), 'owed').filter((matter) => matter.kind === 'question' && isOwed(matter));

/** Promises that are not kept, oldest first. */
export const openPromises = (facts: Facts): Matter[] =>
  matters(openFacts(facts), 'promises').filter((matter) => matter.kind === 'promise' && isOwed(matter));

/** Both: what we still owe them, oldest first. */
export const openWords = (facts: Facts): Matter[] =>
  [...openQuestions(facts), ...openPromises(facts)].sort((a, b) => a.openedAt - b.openedAt);

/** What they told us and nobody has told them what became of it; the one that waits longest. `ref`: the event that gave it. */
export const openFeedback = (facts: Facts): { ref: string; kind: string; at: number } | null => {
  const [oldest] = openFacts(facts)
    .recent.feedback.flatMap(({ type, at, d: { ref, kind } }) =>
      type === 'Feedback Given' && typeof ref === 'string' ? [{ ref, kind: String(kind), at }] : [],
    )
    .sort((a, b) => a.at - b.at);
  return oldest ?? null;
};
