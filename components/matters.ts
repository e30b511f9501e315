import type { Facts } from '#lib/contract/facts.ts';
import { type OpenFeedback, oldestFeedback, openFeedback } from '#lib/lifecycle/feedback.ts';
import { type Matter, matters } from '#lib/lifecycle/matters.ts';
import { openedFacts } from './opened-facts.ts';

const isOwed = ({ state }: Matter): boolean => state === 'open' || state === 'partly' || state === 'missed';

/** Complaints that are open, or solved by us and not yet confirmed by the customer; oldest first. */
export const openComplaints = (facts: Facts): Matter[] =>
  matters(openedFacts(facts), 'care').filter(
    ({ kind, state }) => kind === 'complaint' && state !== 'confirmed',
  );

/** Questions that are not fully answered, oldest first. */
export const openQuestions = (facts: Facts): Matter[] =>
  matters(openedFacts(facts), 'owed').filter((matter) => matter.kind === 'question' && isOwed(matter));

/** Promises that are not kept, oldest first. */
export const openPromises = (facts: Facts): Matter[] =>
  matters(openedFacts(facts), 'promises').filter((matter) => matter.kind === 'promise' && isOwed(matter));

/** Both: what we still owe them, oldest first. */
export const openWords = (facts: Facts): Matter[] =>
  [...openQuestions(facts), ...openPromises(facts)].sort((a, b) => a.openedAt - b.openedAt);

/** What they told us and nobody has told them what became of it; the one that waits longest. `ref`: the event that gave it. */
export const feedbackWaiting = (facts: Facts): OpenFeedback | null =>
  oldestFeedback(openFeedback(openedFacts(facts)));
