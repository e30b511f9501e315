import { liveQuery, type Subscription } from 'dexie';
import type { Acquaintance } from '#components/model.ts';
import type { Known } from '#components/view-of.ts';
import { noteUnreadable } from '#lib/cache/health.ts';
import { isIndexed } from '#lib/cache/kin.ts';
import { type Dbs, type Found, lookUp } from '#lib/cache/look-up.ts';
import { noteUse } from '#lib/cache/uses.ts';
import { lookups, type Own } from '#lib/detect/address.ts';
import type { Party } from '#lib/detect/who.ts';
import type { Inquired } from '#lib/sync/filter.ts';
import { createInquiry } from './inquiry.ts';

/** `suspects`: addresses that were taken for the rep's own, as long as they are no customer's. */
export type Question = { parties: Party[]; suspects: string[]; own: Own };

export type Answer = {
  people: ReadonlyMap<string, Known>;
  inquired: Inquired;
  acquainted: ReadonlyMap<string, Acquaintance>;
  broken: boolean;
};

export type People = {
  /** Looks for these people from now on; nothing is told of those before. @returns the question's name; empty: nobody to look for */
  ask: (question: Question | null) => string;
  forget: () => void;
};

/** More than this no rep looks at, and no conversation names in earnest. */
const MOST_ACQUAINTED = 5;
const NOBODY: ReadonlyMap<string, Found> = new Map();

const acquaintAll = async (
  { cache }: Dbs,
  strangers: Party[],
  own: Own,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Acquaintance>> => {
  const told = new Map<string, Acquaintance>();
  try {
    const { acquaint } = await import('./acquaint.ts');
    for (const party of strangers.slice(0, MOST_ACQUAINTED)) {
      // Who has left the view must not keep those waiting who are in it.
      if (signal.aborted) break;
      told.set(party.address, await acquaint(cache, party, own));
    }
  } catch (error) {
    // Nothing that is shown of them depends on it.
    console.error('suki:', error);
  }
  return told;
};

/**
 * Looks people up: in the cache, as it changes; on the server, whom the cache does not hold; and what the cache tells of those.
 * @param onCustomer is told of suspects who are customers
 */
export const createPeople = (
  dbs: Dbs,
  tell: (answer: Partial<Answer>) => void,
  onCustomer: (suspect: string) => void,
  signal: AbortSignal,
): People => {
  // Both only help later exchanges: what cannot be noted now is noted at another look.
  const noteBad = (ids: string[]): void => {
    setTimeout(() => noteUnreadable(dbs.cache, ids).catch(() => {}));
  };
  const noteSeen = (people: ReadonlyMap<string, Found>, parties: readonly Party[]): void => {
    const ids = parties.flatMap(({ address }) => people.get(address)?.record.id ?? []);
    noteUse(dbs.cache, ids, Date.now()).catch(() => {});
  };

  let asked: string | null = null;
  let watching: Subscription | null = null;
  let indexing: Subscription | null = null;
  let life = new AbortController();
  const forget = (): void => {
    asked = null;
    watching?.unsubscribe();
    indexing?.unsubscribe();
    life.abort();
  };

  const look = ({ parties, suspects, own }: Question, mine: AbortSignal): void => {
    let acquainted: ReadonlyMap<string, Acquaintance> | null = null;
    let isInquiring = false;
    let isNoted = false;

    /** Under the address on the page whoever it is, however they are stored; under their own whoever else was found. */
    const resolve = (found: ReadonlyMap<string, Found>): ReadonlyMap<string, Known> => {
      const people = new Map<string, Known>(found);
      for (const { address } of parties)
        for (const one of [...lookups(address), acquainted?.get(address)?.same ?? '']) {
          const person = found.get(one);
          if (person && !people.has(address)) people.set(address, { ...person, as: one });
        }
      return people;
    };
    const inquire = (missing: Party[]): void => {
      isInquiring = true;
      const addresses = missing.flatMap(({ address }) => lookups(address));
      createInquiry(dbs, addresses, (inquired) => tell({ inquired }), mine);
      acquaintWith(missing);
      // While customers are still being loaded not all can be found by their names; once they can, it is asked anew.
      let wasIndexed = true;
      indexing = liveQuery(async () => await isIndexed(dbs.cache)).subscribe({
        next: (indexed) => {
          if (indexed && !wasIndexed && !mine.aborted) acquaintWith(missing);
          wasIndexed = indexed;
        },
        // Nothing that is shown depends on it.
        error: () => {},
      });
    };
    const acquaintWith = (missing: Party[]): void => {
      void acquaintAll(dbs, missing, own, mine).then((told) => {
        if (mine.aborted) return;
        acquainted = told;
        tell({ acquainted });
        const also = [...told.values()].flatMap(({ same, perhaps }) => [
          ...(same ? [same] : []),
          ...perhaps.map(({ address }) => address),
        ]);
        if (also.length > 0) watch(also);
      });
    };
    const watch = (also: string[]): void => {
      const addresses = [
        ...new Set([...parties.flatMap(({ address }) => lookups(address)), ...suspects, ...also]),
      ];
      watching?.unsubscribe();
      // Awaited here: a live query that only passes a promise on can lose its transactions (Dexie 4.4).
      watching = liveQuery(async () => await lookUp(dbs, addresses, noteBad)).subscribe({
        next: (found) => {
          if (mine.aborted) return;
          const customer = suspects.find((suspect) => found.has(suspect));
          // They are asked about anew, with this one among them.
          if (customer !== undefined) return onCustomer(customer);
          const people = resolve(found);
          tell({ people, broken: false });
          const missing = parties.filter(({ address }) => !people.has(address));
          if (!isNoted && missing.length < parties.length) noteSeen(people, parties);
          isNoted ||= missing.length < parties.length;
          if (!isInquiring && missing.length > 0) inquire(missing);
        },
        error: () => tell({ people: NOBODY, inquired: 'unsure', acquainted: new Map(), broken: true }),
      });
    };
    watch([]);
  };

  return {
    forget,
    ask: (question) => {
      const parties = question?.parties ?? [];
      const name = [
        ...parties.map(({ address, person }) => `${address} ${person.name}`),
        ...(question?.suspects ?? []),
        // A look-alike of the team's own is one only while that is the team's own.
        ...(parties.length > 0 && question ? [...question.own.addresses, ...question.own.domains] : []),
      ].join('\n');
      if (name === asked) return name;
      forget();
      asked = name;
      life = new AbortController();
      if (question && name !== '') look(question, AbortSignal.any([signal, life.signal]));
      return name;
    },
  };
};
