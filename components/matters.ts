import type { CustomerRecord } from '#lib/contract/customer.ts';

/** A complaint that still wants something from us. */
export type Matter = { ref: string; about: string | null; since: number; state: 'open' | 'resolved' };

type Seen = { ref: string; about: string | null; since: number; last: string; at: number };
const complaint = /^Complaint /;

/**
 * Complaints that are open, or solved by us and not yet confirmed by the customer; oldest first. Read from the
 * facts and from the timeline, since a click shows in whichever is folded first.
 */
export const openMatters = ({ facts, timeline }: CustomerRecord): Matter[] => {
  const stubs = (facts.recent.care ?? []).map(({ id, type, at, d }) => ({ id, type, at, data: { ...d } }));
  const events = new Map<string, { type: string; at: number; data: Record<string, unknown> }>();
  for (const entry of [...stubs, ...timeline]) if (complaint.test(entry.type)) events.set(entry.id, entry);

  const seen = new Map<string, Seen>();
  for (const { type, at, data } of [...events.values()].sort((a, b) => a.at - b.at)) {
    if (typeof data.ref !== 'string') continue;
    const words = typeof data.about === 'string' && data.about !== '' ? data.about : null;
    const before = seen.get(data.ref);
    seen.set(data.ref, {
      ref: data.ref,
      about: before?.about ?? words,
      since: before?.since ?? at,
      last: type,
      at,
    });
  }
  return [...seen.values()]
    .filter(({ last }) => last !== 'Complaint Confirmed Resolved')
    .map(({ ref, about, since, last }) => ({
      ref,
      about,
      since,
      state: last === 'Complaint Resolved' ? 'resolved' : 'open',
    }));
};
