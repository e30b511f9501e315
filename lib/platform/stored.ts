import { browser } from './browser.ts';

/** One key of one of the browser's storage areas, parsed at each look: another version may have written it. */
export type Stored<T> = {
  read: () => Promise<T>;
  write: (value: T) => Promise<void>;
  remove: () => Promise<void>;
  /** Calls `on` now and at each change, until the signal aborts. */
  watch: (on: (value: T) => void, signal: AbortSignal) => void;
};

export const stored = <T>(
  area: 'local' | 'session',
  key: string,
  parse: (value: unknown) => T,
): Stored<T> => {
  const storage = () => browser.storage[area];
  const read = async (): Promise<T> => parse((await storage().get(key))[key]);
  return {
    read,
    write: (value) => storage().set({ [key]: value }),
    remove: () => storage().remove(key),
    watch: (on, signal) => {
      let changedSince = false;
      const listener = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        if (changed !== area || !changes[key]) return;
        changedSince = true;
        on(parse(changes[key].newValue));
      };
      browser.storage.onChanged.addListener(listener);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
      // What was read before a change may arrive after it, and would stay.
      void read().then((value) => !signal.aborted && !changedSince && on(value));
    },
  };
};

/** Does one piece of work after another; one that fails does not keep the next from its turn. */
export const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
};
