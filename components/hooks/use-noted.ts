import { useEffect, useRef, useState } from 'react';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { noteDecision } from '#lib/cache/decisions.ts';
import { recordOf } from '#lib/lifecycle/decision-record.ts';
import type { Decision } from '#lib/lifecycle/types.ts';

/** A suggestion that was on the screen for less than this was not seen. */
export const SEEN_MS = 1_000;

/** What stands on the screen: the same plays for the same customer, however often the clock has decided anew. */
const screenOf = ({ customer, top, others }: Decision): string =>
  JSON.stringify([customer, top?.key ?? null, ...others.map(({ key }) => key)]);

/**
 * Keeps each decision that was seen, so that it can be told later what was suggested and what came of it.
 * @returns the id under which it is kept, for whatever answers it: the first one's of that day where the same was shown before.
 *   Undefined: no decision is shown, or none was kept yet. An answer then names none, rather than one that nobody has.
 */
export const useNoted = (db: CacheDb, decision: Decision | null): string | undefined => {
  const screen = decision && screenOf(decision);
  const [noted, setNoted] = useState<{ screen: string; id: string } | null>(null);
  const latest = useRef(decision);
  useEffect(() => {
    latest.current = decision;
  });
  useEffect(() => {
    if (screen === null) return;
    let left = false;
    const note = async () => {
      if (!latest.current) return;
      const id = await noteDecision(db, recordOf(latest.current, crypto.randomUUID()));
      if (!left) setNoted({ screen, id });
    };
    // What cannot be kept is missed by nobody who works here.
    const timer = setTimeout(() => note().catch((error) => console.warn('suki:', error)), SEEN_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [db, screen]);
  return noted !== null && noted.screen === screen ? noted.id : undefined;
};
