import type { Facts, OpenFacts } from '#lib/contract/facts.ts';
import { openFacts } from '#lib/lifecycle/packed.ts';

const opened = new WeakMap<Facts, OpenFacts>();

/** The facts of a record, opened once for all parts of the panel: a record is replaced, never changed. */
export const openedFacts = (facts: Facts): OpenFacts => {
  const known = opened.get(facts);
  if (known) return known;
  const open = openFacts(facts);
  opened.set(facts, open);
  return open;
};
