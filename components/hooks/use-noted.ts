import { useEffect, useMemo, useRef } from 'react';
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
 * @returns the id under which it is kept, for whatever answers it; undefined: no decision is shown
 */
export const useNoted = (db: CacheDb, decision: Decision | null): string | undefined => {
  const screen = decision && screenOf(decision);
  const id = useMemo(() => (screen === null ? undefined : crypto.randomUUID()), [screen]);
  const latest = useRef(decision);
  useEffect(() => {
    latest.current = decision;
  });
  useEffect(() => {
    if (id === undefined) return;
    const timer = setTimeout(() => {
      const shown = latest.current;
      // What cannot be kept is missed by nobody who works here.
      if (shown) noteDecision(db, recordOf(shown, id)).catch((error) => console.warn('suki:', error));
    }, SEEN_MS);
    return () => clearTimeout(timer);
  }, [db, id]);
  return id;
};
