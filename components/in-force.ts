import type { CustomerRecord } from '#lib/contract/customer.ts';
import { readOverride } from '#lib/lifecycle/known.ts';
import { mark } from '#lib/lifecycle/mark.ts';
import { openedFacts } from './opened-facts.ts';

/**
 * The event of the stage that is set by hand and in force, as the rep sees it; null when the rules say the stage. An event that is
 * older than the timeline reaches is known by the mark of its id alone, which the server takes as well.
 */
export const stageInForce = ({ facts, timeline }: CustomerRecord, now: number): string | null => {
  const open = openedFacts(facts);
  const stub = open.recent.desk.find(({ type }) => type === 'Stage Overridden');
  if (!stub || !readOverride(open, now)) return null;
  const entry = timeline.find(({ id, type }) => type === 'Stage Overridden' && mark(id) === stub.id);
  return entry?.id ?? stub.id;
};
