import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '#test/server/postgres.ts';
import { installPeers } from '../peers.ts';
import type { BenchResult } from '../result.ts';
import { type ContestantName, contestantNames } from './contestants.ts';
import { extensionMemory } from './extension.ts';
import { type Growth, measureGrowth } from './growth.ts';
import { hasTarget, tell, tellChanges, tellFirstSyncs, tellGrowth } from './report.ts';
import { changes, firstSyncs, type Options } from './rounds.ts';
import { benchThroughput } from './throughput.ts';

/*
 * npm run bench:sync -- [--sizes 1k,10k] [--parts first,change,extension,throughput,growth] [--only Suki] [--rounds 3]
 * Suki beside PouchDB with its own server and RxDB with its HTTP replication: the same customers, the same browser, one run.
 */

/** A browser is not asked to hold more: beyond it the server alone is measured, and a device's share of what it has. */
const DEVICE_MOST = 100_000;
/** Changes are timed among so many customers. */
const AMONG = 1_000;

const sizeOf = (text: string): number => {
  const [, number, unit] = /^(\d+)([kM]?)$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`--sizes: "${text}" is no size; they look like 1k,10k,100k,1M`);
  return Number(number) * (unit === 'M' ? 1e6 : unit === 'k' ? 1e3 : 1);
};
const nameOf = (text: string): ContestantName => {
  const name = contestantNames.find((one) => one.toLowerCase() === text.toLowerCase());
  if (!name) throw new Error(`--only: there is no ${text}, but ${contestantNames.join(', ')}`);
  return name;
};

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1k,10k,100k,1M' },
    parts: { type: 'string', default: 'first,change,extension,throughput,growth' },
    only: { type: 'string', default: contestantNames.join(',') },
    rounds: { type: 'string', default: '3' },
    changes: { type: 'string', default: '30' },
  },
});
const sizes = values.sizes.split(',').map(sizeOf);
const parts = new Set(values.parts.split(','));
const names = values.only.split(',').map(nameOf);
const options: Options = { names, rounds: Number(values.rounds), changes: Number(values.changes) };

const results: BenchResult[] = [];
const say = (some: readonly BenchResult[]): void => {
  results.push(...some);
  for (const result of some) console.log(tell(result));
};

/** A PostgreSQL of our own for the time of `work`, which keeps what it confirms; null where the machine has none. */
const withPostgres = async <T>(
  work: (databaseOf: ((name: string) => Promise<string>) | null) => Promise<T>,
): Promise<T> => {
  const cluster = await startPostgres({ durable: true }).catch((error: Error) => {
    console.log(`  without PostgreSQL: ${error.message}`);
    return null;
  });
  if (!cluster) return work(null);
  try {
    return await work(async (name) => {
      const database = `${name}_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: cluster.url('postgres') });
      await client.connect();
      await client.query(`create database ${database}`);
      await client.end();
      return cluster.url(database);
    });
  } finally {
    await cluster.stop();
  }
};

if (names.some((name) => name !== 'Suki')) await installPeers(join(import.meta.dirname, 'peers'));
const onDevice = sizes.filter((size) => size <= DEVICE_MOST);
if (parts.has('first'))
  for (const size of onDevice) {
    console.log(`first sync of ${size.toLocaleString('en')} customers …`);
    const { bytes, syncs } = await firstSyncs(size, options);
    console.log(`  one customer is ${Math.round(bytes)} bytes of JSON on average`);
    say(tellFirstSyncs(size, syncs));
  }
if (parts.has('change')) {
  console.log('one change to another device …');
  const took = await changes(AMONG, options);
  const spread = names.map(
    (name) =>
      `${name} ${took[name]
        .map(Math.round)
        .toSorted((a, b) => a - b)
        .join(' ')}`,
  );
  console.log(`  ms: ${spread.join(' · ')}`);
  say([tellChanges(took)]);
}
if (parts.has('extension') && onDevice.length > 0) {
  console.log('the extension itself …');
  console.log(await extensionMemory(Math.max(...onDevice)));
}
if (parts.has('throughput')) {
  console.log('clicks and rows …');
  say(await withPostgres(benchThroughput));
}
if (parts.has('growth')) {
  console.log('growth on the server …');
  const grown: Growth[] = [];
  for (const size of sizes) grown.push(await measureGrowth(size));
  console.log(tellGrowth(grown));
}
const judged = results.filter(hasTarget);
console.log(`\nbench:sync: ${judged.filter(({ met }) => met).length} of ${judged.length} targets met`);
