import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ImportKind } from '#server/import/journal.ts';
import { runImport } from '#server/import/run.ts';
import { createPlaybooks, ensurePlaybook } from '#server/ingest/playbooks.ts';
import { openStore } from '#server/store/open.ts';
import type { BenchResult } from './result.ts';

const ROWS = 100_000;
const TARGET = 20_000;
const BATCH = 2_000;
/** Events are spread over this many customers in no order: the hard case for folding. */
const REGULARS = 5_000;

const TYPES = ['Order Completed', 'Page Viewed', 'Question Asked', 'Email Opened'] as const;

const customerLine = (i: number): string =>
  `person${i}@example.com,Ana,Number ${i},Acme ${i % 100},Buyer,+63 2 ${i},2024-0${1 + (i % 9)}-1${i % 9}`;

const eventLine = (i: number): string => {
  const type = TYPES[i % TYPES.length] ?? 'Email Opened';
  const at = new Date(1.6e12 + i * 60_000).toISOString();
  const order = type === 'Order Completed' ? `12.50,USD,o${i}` : ',,';
  return `person${(i * 7_919) % REGULARS}@example.com,${type},${at},${order},${type === 'Page Viewed' ? 'pricing' : ''}`;
};

const FILES: Record<ImportKind, { header: string; line: (i: number) => string }> = {
  customers: { header: 'Email,First Name,Last Name,Company,Job Title,Phone,Create Date', line: customerLine },
  events: { header: 'Email,Event,Date,Amount,Currency,Order ID,Page', line: eventLine },
};

async function* fileOf(kind: ImportKind): AsyncGenerator<string> {
  const { header, line } = FILES[kind];
  let text = `${header}\n`;
  for (let i = 0; i < ROWS; i += 1) {
    text += `${line(i)}\n`;
    if (text.length < 1 << 18) continue;
    yield text;
    text = '';
  }
  yield text;
}

const perSecond = (ms: number): number => Math.round((ROWS / ms) * 1_000);

/**
 * The least that has to be done: the same lines, unread, into tables with the same keys by a prepared
 * statement in a loop, on the same disk with the same durability.
 */
const baseline = (folder: string, kind: ImportKind): number => {
  const db = new DatabaseSync(join(folder, `raw-${kind}.db`));
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 10000');
  db.exec('create table rows (id text primary key, customer text, at integer, body text)');
  db.exec('create index rows_by_customer on rows (customer, at, id)');
  const insert = db.prepare('insert into rows values (?, ?, ?, ?)');
  const { line } = FILES[kind];
  const started = performance.now();
  for (let from = 0; from < ROWS; from += BATCH) {
    db.exec('begin immediate');
    for (let i = from; i < from + BATCH; i += 1) {
      const body = line(i);
      insert.run(`${kind}-${(i * 2_654_435_761) % 4_294_967_296}`, body.slice(0, body.indexOf(',')), i, body);
    }
    db.exec('commit');
  }
  const ms = performance.now() - started;
  db.close();
  return perSecond(ms);
};

/** CSV import into SQLite on disk, synchronous=FULL: reading, checking, storing, folding, stages. */
export const benchImport = async (): Promise<BenchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'suki-bench-'));
  const store = await openStore({
    dataDir: join(folder, 'data'),
    now: Date.now,
    uuid: randomUUID,
    random: Math.random,
  });
  try {
    await ensurePlaybook(store);
    const deps = { store, playbooks: createPlaybooks(), now: Date.now };
    const results: BenchResult[] = [];
    for (const kind of ['customers', 'events'] as const) {
      const raw = baseline(folder, kind);
      const started = performance.now();
      let created = 0;
      for await (const news of runImport(deps, fileOf(kind), { kind, hash: kind, dryRun: false })) {
        if (news.news === 'done') created = news.counts.created;
      }
      const rate = perSecond(performance.now() - started);
      if (created !== ROWS) throw new Error(`only ${created} of ${ROWS} ${kind} were imported`);
      results.push({
        name: `CSV import of ${kind} into SQLite`,
        figure: `${rate.toLocaleString('en')} rows/s`,
        baseline: `${raw.toLocaleString('en')} rows/s by a bare insert loop of the same lines`,
        ratio: (rate / raw).toFixed(2),
        target: `at least ${TARGET.toLocaleString('en')} rows/s`,
        met: rate >= TARGET,
      });
    }
    return results;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
