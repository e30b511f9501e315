/** Longer than any work that is done so takes: a page that froze over it does not hold the others up for ever. */
const PATIENCE_MS = 35_000;

/** Does one piece of work of this name at a time in the whole browser. Rejects when another page does not come to its end. */
export const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, work);
