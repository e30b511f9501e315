import { setImmediate as soon } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Tx } from './store.ts';

/** So many at most: whoever came first waits for all of them. */
const MOST = 32;

type Waiting = {
  /** @returns what tells its caller, once it is committed */
  run: (tx: Tx) => Promise<() => void>;
  fail: (error: unknown) => void;
};

/** Runs one of several: what it throws takes back its own rows, and nobody else's. */
const besideOthers = async (tx: Tx, { run, fail }: Waiting): Promise<() => void> => {
  await sql`savepoint beside`.execute(tx);
  try {
    const end = await run(tx);
    await sql`release savepoint beside`.execute(tx);
    return end;
  } catch (error) {
    try {
      await sql`rollback to savepoint beside`.execute(tx);
      await sql`release savepoint beside`.execute(tx);
    } catch {
      // Some errors (a full disk) end the whole transaction, and are what all of them have to hear.
      throw error;
    }
    return () => fail(error);
  }
};

/**
 * Group commit: write transactions that arrive at the same moment become one, since to make a commit durable costs more than all
 * that is written in it. Each is still as if alone: it sees what those before it wrote, its own failure is nobody else's, and its
 * promise settles after the commit. For short ones only.
 */
export const createGroupCommit = (
  transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): (<T>(work: (tx: Tx) => Promise<T>) => Promise<T>) => {
  const waiting: Waiting[] = [];
  let draining = false;
  const commitGroup = async (group: readonly Waiting[]): Promise<void> => {
    const isAlone = group.length === 1;
    try {
      const ends = await transact(async (tx) => {
        const all: (() => void)[] = [];
        for (const one of group) all.push(await (isAlone ? one.run(tx) : besideOthers(tx, one)));
        return all;
      });
      for (const end of ends) end();
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  };
  const drain = async (): Promise<void> => {
    draining = true;
    while (waiting.length > 0) {
      // Requests that are read in the same turn of the event loop are all here by then.
      await soon();
      await commitGroup(waiting.splice(0, MOST));
    }
    draining = false;
  };
  return (work) =>
    new Promise((resolve, reject) => {
      const run = async (tx: Tx) => {
        const value = await work(tx);
        return () => resolve(value);
      };
      waiting.push({ run, fail: reject });
      if (!draining) void drain();
    });
};
