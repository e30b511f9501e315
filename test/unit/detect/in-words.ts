import type { PageReading } from '#lib/detect/types.ts';
import { whoIs } from '#lib/detect/who.ts';
import { own } from './corpus/corpus.ts';

/** What the panel would say to somebody of the team, or to `rep`, as the truths of the corpus put it. */
export const inWords = (reading: PageReading, rep: typeof own = own): string => {
  const who = whoIs(reading, rep);
  if (who.kind === 'one') return `one ${who.person.address} ${who.person.person.name}`.trim();
  if (who.kind === 'several') return `several ${who.people.map((party) => party.address).join(' ')}`;
  return `none ${who.miss}`;
};
