import type { Tally } from '../../contract/facts.ts';
import { type History, WEEK } from './bg-nbd.ts';

/** What the value model reads of a customer: orders that were not cancelled. Null before the first. */
export const historyOf = (
  placed: Tally | undefined,
  cancelled: Tally | undefined,
  now: number,
): History | null => {
  if (!placed) return null;
  const orders = placed.n - (cancelled?.n ?? 0);
  if (orders <= 0) return null;
  const tx = orders > 1 ? (placed.last - placed.first) / WEEK : 0;
  return { x: orders - 1, tx, T: Math.max(tx, (now - placed.first) / WEEK) };
};
