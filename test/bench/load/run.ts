import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '#test/server/postgres.ts';
import { createDevice } from '../sync/clicks.ts';
import { startProgram, stopProgram } from '../sync/contestants.ts';
import { processUse } from './process-use.ts';
import { bookError, enter, newTally, pull, type Tally, work } from './rep.ts';

/*
 * npm run bench:load -- [--minutes 5] [--reps 200] [--reconnects 1000] [--customers 20000] [--postgres]
 * Many reps on one server process: each with a live stream open, a click each ten seconds and a pull after every poke; then
 * all of them, and more, come back at the same moment.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    reps: { type: 'string', default: '200' },
    reconnects: { type: 'string', default: '1000' },
    customers: { type: 'string', default: '20000' },
    postgres: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes);
const reps = Number(values.reps);
const reconnects = Number(values.reconnects);
const customers = Number(values.customers);
const EVERY_MS = 10_000;
const TARGET_MS = 1_000;
/** They come one after the other within so long, as a shop opens in the morning. */
const ARRIVAL_MS = 5_000;

const percentile = (values: readonly number[], part: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
const told = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (name: string, part: number) => `${name} ${percentile(sorted, part).toFixed(0)}`;
  return `${sorted.length.toLocaleString('en')}: ${at('p50', 0.5)}, ${at('p95', 0.95)}, ${at('p99', 0.99)}, ${at('max', 1)} ms`;
};
const errorsOf = ({ errors }: Tally): number => [...errors.values()].reduce((sum, n) => sum + n, 0);
const tellErrors = (tally: Tally): void => {
  for (const [why, n] of tally.errors) console.log(`    ${n} x ${why}`);
};

let met = 0;
const judge = (name: string, ok: boolean): void => {
  met += ok ? 1 : 0;
  console.log(`  ${ok ? 'met   ' : 'MISSED'}  ${name}`);
};

const folder = mkdtempSync(join(tmpdir(), 'suki-bench-load-'));
const cluster = values.postgres ? await startPostgres() : null;
let server: Awaited<ReturnType<typeof startProgram>> | undefined;
try {
  let databaseUrl: string | undefined;
  if (cluster) {
    const database = `load_${randomUUID().replaceAll('-', '')}`;
    const client = new pg.Client({ connectionString: cluster.url('postgres') });
    await client.connect();
    await client.query(`create database ${database}`);
    await client.end();
    databaseUrl = cluster.url(database);
  }
  const size = `${customers.toLocaleString('en')} customers`;
  console.log(`loading ${size} into ${cluster ? 'PostgreSQL' : 'SQLite'} …`);
  server = await startProgram('suki/server.ts', [
    ...['--data', folder, '--customers', String(customers), '--devices', String(Math.max(reps, reconnects))],
    ...(databaseUrl ? ['--database', databaseUrl] : []),
  ]);
  const { url, tokens } = server.said as { url: string; tokens: string[] };
  const pid = server.child.pid ?? 0;
  const before = processUse(pid);

  console.log(`${reps} reps at work for ${minutes} minutes …`);
  const day = newTally();
  const end = new AbortController();
  const customer = () => Math.floor(Math.random() * customers);
  const crowd = tokens.slice(0, reps).map(async (token) => {
    await sleep(Math.random() * ARRIVAL_MS);
    const device = createDevice(url, token, new AbortController().signal);
    await work(device, day, { every: EVERY_MS, customer, signal: end.signal }).catch((error) =>
      bookError(day, error),
    );
  });
  await sleep(minutes * 60_000 + ARRIVAL_MS);
  end.abort();
  await Promise.all(crowd);
  const after = processUse(pid);
  console.log(`  clicks confirmed ${told(day.clicks)}`);
  console.log(
    `  pulls ${told(day.pulls)}; ${day.pokes.toLocaleString('en')} pokes, ${day.rows.toLocaleString('en')} rows`,
  );
  if (before && after) {
    const share = (after.cpu - before.cpu) / (minutes * 60 + ARRIVAL_MS / 1_000);
    console.log(
      `  the server's process: ${(after.rss / 1e6).toFixed(0)} MB, at most ${(after.most / 1e6).toFixed(0)} MB; ${(100 * share).toFixed(0)} % of one core`,
    );
  }
  tellErrors(day);
  const p99 = percentile(
    day.clicks.toSorted((a, b) => a - b),
    0.99,
  );
  judge(`no error (${errorsOf(day)})`, errorsOf(day) === 0);
  judge(
    `99 of 100 clicks confirmed within ${TARGET_MS.toLocaleString('en')} ms (${p99.toFixed(0)} ms)`,
    p99 < TARGET_MS,
  );

  console.log(`${reconnects} reconnects at once …`);
  const rush = newTally();
  const back: number[] = [];
  const streams = new AbortController();
  const began = performance.now();
  await Promise.all(
    tokens.slice(0, reconnects).map(async (token) => {
      const device = createDevice(url, token, new AbortController().signal);
      try {
        const standing = await enter(device);
        await pull(device, standing, rush);
        const stream = await device.transport.live(streams.signal);
        if (!stream.ok) throw new Error(`live: ${stream.error.code} ${stream.error.message}`);
        back.push(performance.now() - began);
      } catch (error) {
        bookError(rush, error);
      }
    }),
  );
  streams.abort();
  console.log(
    `  back, with a stream open ${told(back)}; the server at most ${((processUse(pid)?.most ?? 0) / 1e6).toFixed(0)} MB`,
  );
  tellErrors(rush);
  judge(`no error (${errorsOf(rush)})`, errorsOf(rush) === 0);
  console.log(`\nbench:load: ${met} of 3 targets met`);
} finally {
  if (server) await stopProgram(server.child);
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}
