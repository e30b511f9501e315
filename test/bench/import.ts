import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { ImportKind } from '#server/import/journal.ts';
import { runImport } from '#server/import/run.ts';
import { ensurePlaybook } from '#server/ingest/playbook-versions.ts';
import { createPlaybooks } from '#server/ingest/playbooks.ts';
import { openStore } from '#server/store/open.ts';
import type { BenchResult } from './result.ts';

export const ROWS = 100_000;
const TARGET = 20_000;
export const BATCH = 5_000;
const CHUNK = 1 << 18;
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

/** The text of a file, made before the clock starts. */
export const textOf = (kind: ImportKind): string => {
  const { header, line } = FILES[kind];
  return `${header}\n${Array.from({ length: ROWS }, (_, i) => `${line(i)}\n`).join('')}`;
};

export async function* inChunks(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += CHUNK) yield text.slice(from, from + CHUNK);
}

type Table = 'customers' | 'addresses' | 'events';
export const TABLES: Record<ImportKind, readonly Table[]> = {
  customers: ['customers', 'addresses'],
  events: ['events'],
};

/** What a piece of work took: on the clock, and of the processor. */
type Cost = { rate: number; cpuMicros: number };

const measured = async (work: () => Promise<void> | void): Promise<Cost> => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { rate: Math.round((ROWS / ms) * 1_000), cpuMicros: (user + system) / ROWS };
};

const said = ({ rate, cpuMicros }: Cost): string =>
  `${rate.toLocaleString('en')} rows/s, ${cpuMicros.toFixed(0)} µs of CPU a row`;

const columnsOf = (db: DatabaseSync, table: Table): number =>
  db.prepare(`select * from ${table}`).columns().length;

const copyInBatches = (db: DatabaseSync, table: Table, rows: readonly SQLOutputValue[][]): void => {
  const marks = Array.from({ length: columnsOf(db, table) }, () => '?').join(', ');
  const insert = db.prepare(`insert into ${table} values (${marks})`);
  for (let from = 0; from < rows.length; from += BATCH) {
    db.exec('begin immediate');
    for (const row of rows.slice(from, from + BATCH)) insert.run(...row);
    db.exec('commit');
  }
};

/**
 * The least that has to be done: the rows that the import made, ready as they are, into a second database with
 * the same tables, indexes and durability, by a prepared statement in a loop.
 */
class Baseline {
  readonly #source: DatabaseSync;
  readonly #copy: DatabaseSync;

  constructor(folder: string, imported: string) {
    this.#source = new DatabaseSync(imported, { readOnly: true });
    this.#copy = new DatabaseSync(join(folder, 'raw.db'), { enableForeignKeyConstraints: true });
    this.#copy.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536');
    this.#copy.exec('pragma wal_autocheckpoint = 10000');
    const schema = this.#source.prepare('select sql from sqlite_master where sql is not null').all();
    for (const { sql } of schema) this.#copy.exec(String(sql));
  }

  measure(kind: ImportKind): Promise<Cost> {
    const loads = TABLES[kind].map((table) => {
      const select = this.#source.prepare(`select * from ${table} order by rowid`);
      return { table, rows: select.all().map((row) => Object.values(row)) };
    });
    return measured(() => {
      for (const { table, rows } of loads) copyInBatches(this.#copy, table, rows);
    });
  }

  close(): void {
    this.#source.close();
    this.#copy.close();
  }
}

/** CSV import into SQLite on disk, synchronous=FULL: reading, checking, storing, folding, stages. */
export const benchImport = async (): Promise<BenchResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'suki-bench-'));
  const dataDir = join(folder, 'data');
  const store = await openStore({ dataDir, now: Date.now, uuid: randomUUID, random: Math.random });
  const baseline = new Baseline(folder, join(dataDir, 'suki.db'));
  try {
    await ensurePlaybook(store, Date.now());
    const deps = { store, playbooks: createPlaybooks(), now: Date.now };
    const results: BenchResult[] = [];
    for (const kind of ['customers', 'events'] as const) {
      const text = textOf(kind);
      let created = 0;
      const cost = await measured(async () => {
        for await (const news of runImport(deps, inChunks(text), { kind, hash: kind, dryRun: false })) {
          if (news.news === 'done') created = news.counts.created;
        }
      });
      if (created !== ROWS) throw new Error(`only ${created} of ${ROWS} ${kind} were imported`);
      const raw = await baseline.measure(kind);
      results.push({
        name: `CSV import of ${kind} into SQLite`,
        figure: said(cost),
        baseline: `${said(raw)} by a bare insert loop of the finished rows into the same tables`,
        ratio: (cost.rate / raw.rate).toFixed(2),
        target: `at least ${TARGET.toLocaleString('en')} rows/s`,
        met: cost.rate >= TARGET,
      });
    }
    return results;
  } finally {
    baseline.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
