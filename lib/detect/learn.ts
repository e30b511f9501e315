import type { Address } from '#lib/contract/primitives.ts';
import { isOwn, normalise, type Own, plusless } from './address.ts';
import type { Frames } from './frames.ts';
import type { PageReading } from './types.ts';

/*
 * Mail pages tell who is signed in. What they told is kept, so that a rep is not taken for a customer on a page that does not tell.
 * A page can lie, and somebody who could make Suki take a customer for a rep could hide that customer's mails. So: nothing is learned
 * from a page that no host knows, from a frame inside of another page (it may be part of a mail), from a page that shows no
 * conversation (it may be a stranger's file, opened by itself), or from one that claims a crowd; nobody who is or may be a customer
 * is ever learned, and whoever becomes one later counts as one at once (components/hooks); and the rep sees what was learned, and
 * where, and can take it back for good.
 */

/** An address that a page said is the rep's. `host`: which product · `site`: where it runs · `at`: when it was first told. */
export type Learned = { address: Address; host: string; site: string; at: number };

/** A person has a few addresses. Whoever claims more is not telling who is signed in. */
const MOST_CLAIMED = 6;
/** All of one site, and of all sites together: no page can push out what others told. */
const MOST_OF_SITE = 12;
const MOST = 60;

export type Memory = { own: Own; learned: readonly Learned[]; unlearned: readonly string[] };

/** Addresses that this tab tells to be the rep's and that are new; whether they are customers is asked by the caller. */
export const newSelves = (
  frames: Frames,
  chosen: PageReading,
  site: string,
  { own, learned, unlearned }: Memory,
): Address[] => {
  const top = frames[0]?.reading;
  if (!top || top.host === 'generic' || top.host !== chosen.host || top.self.length > MOST_CLAIMED) return [];
  if (chosen.kind !== 'people' || !chosen.people.some(({ confidence }) => confidence === 'sure')) return [];
  const room = Math.min(
    MOST - learned.length,
    MOST_OF_SITE - learned.filter((one) => one.site === site).length,
  );
  const told = new Set(top.self.flatMap((address) => normalise(address) ?? []));
  const isKnown = (address: Address): boolean =>
    unlearned.includes(address) || learned.some((one) => one.address === address) || isOwn(address, own);
  return [...told].filter((address) => !isKnown(address)).slice(0, Math.max(0, room));
};

/** Of what was learned, those whom this page names: if one of them is a customer by now, they are nobody's own any more. */
export const learnedHere = (reading: PageReading, learned: readonly Learned[]): Address[] => {
  if (reading.kind === 'miss') return [];
  const here = new Set(
    reading.people.flatMap(({ address }) => {
      const whole = normalise(address);
      return whole ? [whole, plusless(whole)] : [];
    }),
  );
  return learned.map(({ address }) => address).filter((address) => here.has(address));
};
