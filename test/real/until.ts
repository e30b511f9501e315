import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until there is something, and returns it; fails after `ms` with `what` was waited for. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  ms = 15_000,
): Promise<T> => {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(20);
  }
};
