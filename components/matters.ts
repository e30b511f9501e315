import type { Facts } from '#lib/contract/facts.ts';
import { type Matter, matters } from '#lib/lifecycle/matters.ts';

/** Complaints that are open, or solved by us and not yet confirmed by the customer; oldest first. */
export const openComplaints = (facts: Facts): Matter[] =>
  matters(facts, 'care').filter(({ kind, state }) => kind === 'complaint' && state !== 'confirmed');

/** Questions that are not fully answered and promises that are not kept; oldest first. */
export const openWords = (facts: Facts): Matter[] =>
  [...matters(facts, 'owed'), ...matters(facts, 'promises')].filter(
    ({ kind, state }) =>
      kind !== 'complaint' && (state === 'open' || state === 'partly' || state === 'missed'),
  );
