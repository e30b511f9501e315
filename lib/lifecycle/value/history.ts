import type { Facts } from '../../contract/facts.ts';
import { type History, WEEK } from './bg-nbd.ts';

/** What the value model reads of a customer: orders that were not cancelled. Null before the first. */
export const historyOf = ({ tally }: Pick<Facts, 'tally'>, now: number): History | null => {
  const placed = tally['Order Completed'];
  if (!placed) return null;
  const orders = placed.n - (tally['Order Cancelled']?.n ?? 0);
  if (orders <= 0) return null;
  const tx = orders > 1 ? (placed.last - placed.first) / WEEK : 0;
  return { x: orders - 1, tx, T: Math.max(tx, (now - placed.first) / WEEK) };
};
