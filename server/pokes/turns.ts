/** About 300 a second. Whoever is told pulls, so this bounds what a change costs, however many listen. */
const AT_ONCE = 6;
const GAP_MS = 20;

/**
 * Tells things to many, a few at a time and each in turn: who waits already is told once, and who was told last comes last.
 * A few are told at once, a thousand within four seconds, and in between there is time for who writes.
 */
export const createTurns = <T>(tell: (one: T) => void) => {
  const waiting = new Set<T>();
  let timer: NodeJS.Timeout | undefined;
  const step = (): void => {
    timer = undefined;
    const next = [...waiting.values().take(AT_ONCE)];
    for (const one of next) waiting.delete(one);
    if (waiting.size > 0) timer = setTimeout(step, GAP_MS).unref();
    for (const one of next) tell(one);
  };
  return {
    add: (those: Iterable<T>): void => {
      for (const one of those) waiting.add(one);
      if (timer === undefined && waiting.size > 0) step();
    },
    drop: (one: T): void => void waiting.delete(one),
    close: (): void => {
      waiting.clear();
      clearTimeout(timer);
      timer = undefined;
    },
  };
};
