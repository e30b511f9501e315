import type { CustomerRecord, TimelineEntry } from '#lib/contract/customer.ts';
import type { StageReading } from '#lib/lifecycle/types.ts';
import { isContact, isMachine, newestFirst } from './entry.ts';
import { openWords } from './matters.ts';

const ROOM = 3;

/** The event that put them into their stage: the first reason names its instant. Undefined when it lies too far back. */
const makerOf = ({ because }: StageReading, timeline: TimelineEntry[]): TimelineEntry | undefined => {
  const instants = Object.entries(because[0]?.values ?? {}).flatMap(([key, value]) =>
    key.endsWith('At') ? [value] : [],
  );
  return timeline.find((entry) => instants.includes(entry.at) && !isMachine(entry));
};

/**
 * What a rep should have seen before acting, newest first: what we still owe them (a question, a promise), what made
 * their stage, and then the newest exchanges. `told` are the refs of complaints and feedback that stand above them already.
 */
export const justBefore = (
  { timeline, facts }: Pick<CustomerRecord, 'timeline' | 'facts'>,
  stage: StageReading,
  told: ReadonlySet<string>,
): TimelineEntry[] => {
  const newest = [...timeline].sort(newestFirst);
  const owed = openWords(facts)
    .reverse()
    .flatMap(({ ref }) => newest.find((entry) => entry.data.ref === ref) ?? []);
  const exchanges = newest.filter(
    (entry) =>
      isContact(entry) &&
      !(entry.type === 'Complaint Raised' && told.has(String(entry.data.ref))) &&
      !(entry.type === 'Feedback Given' && told.has(entry.id)),
  );
  const first = [...owed.slice(0, ROOM), makerOf(stage, newest) ?? [], ...exchanges].flat();
  return [...new Set(first)].slice(0, ROOM).sort(newestFirst);
};
