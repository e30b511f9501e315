import { meddicItems } from '../contract/events.ts';
import type { Stage } from '../contract/stage.ts';
import type { Meddic } from './types.ts';
import type { View } from './view.ts';

/**
 * [MD1] What is known of a sale to a company, 0..6, and what to ask next: the first of the six that is missing, as the plays
 * ask for them. Null for people, and once they bought.
 */
export const readMeddic = ({ profile, facts }: View, stage: Stage): Meddic | null => {
  if (!profile.account || (stage !== 'educate' && stage !== 'purchase')) return null;
  const known = new Map<unknown, number>();
  for (const { type, at, d } of facts.recent.known) if (type === 'MEDDIC Noted') known.set(d.item, at);
  return {
    score: known.size,
    items: meddicItems.map((item) => ({ item, knownAt: known.get(item) ?? null })),
    next: meddicItems.find((item) => !known.has(item)) ?? null,
  };
};
