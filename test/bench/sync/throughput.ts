import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportKind } from '#server/import/journal.ts';
import { runImport } from '#server/import/run.ts';
import { ensurePlaybook } from '#server/ingest/playbook-versions.ts';
import { createPlaybooks } from '#server/ingest/playbooks.ts';
import { openStore } from '#server/store/open.ts';
import { BATCH, benchImport, inChunks, ROWS, TABLES, textOf } from '../import.ts';
import type { BenchResult } from '../result.ts';
import { createDevice } from './clicks.ts';
import { startProgram, stopProgram } from './contestants.ts';
import { leanFetch } from './lean-fetch.ts';
import { CONNECTIONS, rawClicks, rawPostgresRows } from './raw-store.ts';
import type { Place } from './suki/seed.ts';

const CUSTOMERS = 5_000;
const SECONDS = 6;
/** So long before, so that what is measured is a server that has worked for a while. */
const WARM_UP_SECONDS = 2;
/** So many reps click at the same time. */
const REPS = 32;
/** Ours may take so many times as long as the store alone. */
const WITHIN = 3;

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`;

/** Clicks a second that are settled over HTTP, each device waiting for its answer before it sends the next `at` once. */
const clicksPerSecond = async (url: string, tokens: readonly string[], at: number): Promise<number> => {
  let settled = 0;
  const from = performance.now() + WARM_UP_SECONDS * 1_000;
  const until = from + SECONDS * 1_000;
  const rep = async (token: string, who: number): Promise<void> => {
    const device = createDevice(url, token, new AbortController().signal, leanFetch);
    const { epoch } = await device.hello();
    for (let n = who * 131; performance.now() < until; n += at) {
      const customers = Array.from({ length: at }, (_, i) => ((n + i) * 7_919) % CUSTOMERS);
      await device.push(epoch, customers);
      const done = performance.now();
      if (from < done && done <= until) settled += at;
    }
  };
  await Promise.all(tokens.map(rep));
  return settled / SECONDS;
};

const benchClicks = async (store: string, place: Place): Promise<BenchResult[]> => {
  const { child, said } = await startProgram('suki/server.ts', [
    ...[
      '--data',
      place.dataDir,
      '--customers',
      String(CUSTOMERS),
      '--devices',
      String(2 * REPS),
      ...['--unlimited', '--morning'],
    ],
    ...(place.databaseUrl ? ['--database', place.databaseUrl] : []),
  ]);
  const { url, tokens } = said as { url: string; tokens: string[] };
  const single = await clicksPerSecond(url, tokens.slice(0, REPS), 1);
  const batched = await clicksPerSecond(url, tokens.slice(REPS, REPS + CONNECTIONS), 50);
  await stopProgram(child);
  const raw = await rawClicks(place, { seconds: SECONDS, customers: CUSTOMERS });
  const told = (name: string, rate: number): BenchResult => ({
    name: `${name}, ${store}`,
    figure: perSecond(rate),
    baseline: `${perSecond(raw)} by the same rows written alone, one durable transaction a click`,
    ratio: `${(raw / rate).toFixed(1)} x slower`,
    target: `within ${WITHIN} times of the store's own limit`,
    met: rate * WITHIN >= raw,
  });
  return [
    told(`pushes, ${REPS} reps at once, one click each`, single),
    told('pushed clicks, 50 in a push', batched),
  ];
};

/** Nothing but what the store is for: CSV into PostgreSQL, beside the finished rows going in as arrays. */
const benchPostgresImport = async (databaseUrl: string, dataDir: string): Promise<BenchResult[]> => {
  const options = { dataDir, databaseUrl, now: Date.now, uuid: randomUUID, random: Math.random };
  const store = await openStore(options);
  try {
    await ensurePlaybook(store, Date.now());
    const deps = { store, playbooks: createPlaybooks(), now: Date.now };
    const results: BenchResult[] = [];
    for (const kind of ['customers', 'events'] satisfies ImportKind[]) {
      const text = textOf(kind);
      const began = performance.now();
      for await (const news of runImport(deps, inChunks(text), { kind, hash: kind, dryRun: false }))
        if (news.news === 'done' && news.counts.created !== ROWS)
          throw new Error(`only ${news.counts.created} of ${ROWS} ${kind} were imported`);
      const rate = (ROWS / (performance.now() - began)) * 1_000;
      const raw = await rawPostgresRows(databaseUrl, TABLES[kind], { rows: ROWS, batch: BATCH });
      results.push({
        name: `CSV import of ${kind} into PostgreSQL`,
        figure: `${perSecond(rate)} rows`,
        baseline: `${perSecond(raw)} by the finished rows as arrays into the same tables`,
        ratio: `${(raw / rate).toFixed(1)} x slower`,
        target: `within ${WITHIN} times of the store's own limit`,
        met: rate * WITHIN >= raw,
      });
    }
    return results;
  } finally {
    await store.close();
  }
};

/** As `npm run bench` measures it, held to what this benchmark asks: how near it is to the store alone. */
const benchSqliteImport = async (): Promise<BenchResult[]> =>
  (await benchImport()).map((result) => ({
    ...result,
    ratio: `${(1 / Number(result.ratio)).toFixed(1)} x slower`,
    target: `within ${WITHIN} times of the store's own limit`,
    met: Number(result.ratio) * WITHIN >= 1,
  }));

/** @param databaseOf makes an empty PostgreSQL database; without one only SQLite is measured */
export const benchThroughput = async (
  databaseOf: ((name: string) => Promise<string>) | null,
): Promise<BenchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'suki-bench-throughput-'));
  const place = (name: string) => mkdtempSync(join(folder, `${name}-`));
  try {
    const results = await benchClicks('SQLite', { dataDir: place('sqlite') });
    if (databaseOf) {
      const databaseUrl = await databaseOf('clicks');
      results.push(...(await benchClicks('PostgreSQL', { dataDir: place('postgres'), databaseUrl })));
    }
    results.push(...(await benchSqliteImport()));
    if (databaseOf) results.push(...(await benchPostgresImport(await databaseOf('rows'), place('rows'))));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
