import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ContestantName, contestantNames, type Running, startContestant } from './contestants.ts';
import { writeDocuments } from './documents.ts';
import { type FirstSync, measureFirstSync } from './first-sync.ts';
import { openPair, type Pair } from './one-change.ts';

export type BySide<T> = Record<ContestantName, T>;
export type Options = { names: readonly ContestantName[]; rounds: number; changes: number };

/** Everybody at once, each beginning in turn, so that what else the machine does hits all alike. */
const inTurn = <T>(all: readonly T[], round: number): T[] => [
  ...all.slice(round % all.length),
  ...all.slice(0, round % all.length),
];

const eachSide = <T>(make: () => T): BySide<T> => ({ Suki: make(), PouchDB: make(), RxDB: make() });

/** Starts the servers, does `work` with them, and ends them. One after the other: all of them load at first. */
const withServers = async <T>(
  names: readonly ContestantName[],
  load: { customers: number; devices: number },
  work: (running: Running[], bytes: number) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'suki-bench-sync-'));
  const running: Running[] = [];
  try {
    const documents = join(folder, 'documents.ndjson');
    const bytes = await writeDocuments(documents, load.customers);
    for (const name of contestantNames.filter((one) => names.includes(one)))
      running.push(await startContestant(name, { ...load, folder, documents }));
    return await work(running, bytes);
  } finally {
    for (const one of running) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** First syncs of new devices, everybody once in each round. */
export const firstSyncs = (
  customers: number,
  { names, rounds }: Options,
): Promise<{ bytes: number; syncs: BySide<FirstSync[]> }> =>
  withServers(names, { customers, devices: rounds }, async (running, bytes) => {
    const syncs = eachSide<FirstSync[]>(() => []);
    for (let round = 0; round < rounds; round += 1)
      for (const one of inTurn(running, round)) {
        const sync = await measureFirstSync(one, customers);
        syncs[one.name].push(sync);
        const rate = Math.round((customers / sync.total) * 1_000).toLocaleString('en');
        console.log(`  round ${round + 1}: ${one.name} ${rate}/s (${(sync.total / 1_000).toFixed(1)} s)`);
      }
    return { bytes, syncs };
  });

/** How long one change takes from one device to another, in ms; some changes of each side in turn. */
export const changes = (customers: number, { names, changes: count }: Options): Promise<BySide<number[]>> =>
  withServers(names, { customers, devices: 2 }, async (running) => {
    const pairs: [Running, Pair][] = [];
    try {
      for (const one of running) pairs.push([one, await openPair(one)]);
      const took = eachSide<number[]>(() => []);
      // The first two of each open what is opened once.
      for (let n = 0; n < count + 2; n += 1)
        for (const [{ name }, pair] of inTurn(pairs, n)) {
          const ms = await pair.change(n);
          if (n >= 2) took[name].push(ms);
        }
      return took;
    } finally {
      for (const [, pair] of pairs) await pair.close();
    }
  });
