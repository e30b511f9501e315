import type { Outcomes } from '#lib/contract/playbook.ts';
import { tp } from '#lib/i18n/playbook.ts';
import { answersTo, reviewDue } from '../review.ts';

export type Hint = { text: string; review: boolean };

/** What stands beside a play in the list: that it is thought a bad idea, else how much was learned; null: nothing yet. */
export const hintFor = (outcomes: Outcomes, play: string): Hint | null => {
  const { n, bad, critics } = answersTo(outcomes, play);
  if (reviewDue(outcomes, play)) return { text: tp('pb.hint.bad', { bad, critics }), review: true };
  return n > 0 ? { text: tp('pb.hint.learned', { n }), review: false } : null;
};
