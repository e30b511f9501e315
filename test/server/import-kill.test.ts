import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, openAt, type Place, placeForTest } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROWS = 30_000;
const CUSTOMERS = 400;
/** Every row whose number ends so is wrong; its line is one more, for the header. */
const WRONG = 777;

const isWrong = (row: number): boolean => row % 1_000 === WRONG;
const wrongLines = Array.from({ length: ROWS }, (_, index) => index + 1)
  .filter(isWrong)
  .map((row) => row + 1);
const good = ROWS - wrongLines.length;

const fileOf = (header: string, line: (row: number) => string): string =>
  `${[header, ...Array.from({ length: ROWS }, (_, index) => line(index + 1))].join('\n')}\n`;

/** The import as a process of its own, killed without a warning. */
describe.each(engines)('a killed import on %s', (engine) => {
  let place: Place;
  const started: ChildProcess[] = [];
  beforeEach(async () => {
    place = await placeForTest(engine);
    await (await openAt(place, { now: Date.now() })).close();
  });
  afterEach(async () => {
    for (const child of started.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });

  const start = (kind: string) => {
    const child = spawn(
      process.execPath,
      [join(ROOT, 'server/cli/import.ts'), kind, join(place.dataDir, `${kind}.csv`)],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATA_DIR: place.dataDir,
          DATABASE_URL: place.databaseUrl ?? '',
        },
      },
    );
    started.push(child);
    const out = { text: '', errors: '' };
    child.stdout.on('data', (chunk) => (out.text += chunk));
    child.stderr.on('data', (chunk) => (out.errors += chunk));
    return { child, ended: once(child, 'close').then(() => out) };
  };

  /** Asks from outside, while the import runs. */
  const withCounts = async <T>(use: (ask: (sql: string) => Promise<number>) => Promise<T>): Promise<T> => {
    if (place.databaseUrl === undefined) {
      const db = new DatabaseSync(join(place.dataDir, 'suki.db'), { readOnly: true, timeout: 5_000 });
      try {
        return await use(async (sql) => Number(db.prepare(sql).get()?.n ?? 0));
      } finally {
        db.close();
      }
    }
    const client = new pg.Client({ connectionString: place.databaseUrl });
    await client.connect();
    try {
      return await use(async (sql) => Number((await client.query(sql)).rows[0]?.n ?? 0));
    } finally {
      await client.end();
    }
  };

  /** Kills the import as soon as more than `rows` of its rows are in. @returns how many were in at the end */
  const killAfter = async (kind: string, rows: number): Promise<number> => {
    const { child, ended } = start(kind);
    const done = `select rows_done as n from imports where kind = '${kind}'`;
    return withCounts(async (ask) => {
      while (child.exitCode === null && (await ask(done)) <= rows) await sleep(2);
      child.kill('SIGKILL');
      await ended;
      return ask(done);
    });
  };

  const rejectedLines = (kind: string): number[] =>
    readFileSync(join(place.dataDir, `${kind}.rejects.csv`), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number.parseInt(line, 10));

  it('goes on where it stopped, with exact sums, facts and rejects', { timeout: 120_000 }, async () => {
    writeFileSync(
      join(place.dataDir, 'customers.csv'),
      fileOf('Email,Name', (row) => (isWrong(row) ? `no address ${row},X` : `p${row}@shop.example,P ${row}`)),
    );
    writeFileSync(
      join(place.dataDir, 'events.csv'),
      fileOf('Email,Event,Date,Amount,Currency,Order ID', (row) => {
        const amount = isWrong(row) ? 'much' : '1.50';
        return `p${(row % CUSTOMERS) + 1}@shop.example,Order Completed,2024-01-01,${amount},EUR,o${row}`;
      }),
    );
    for (const kind of ['customers', 'events']) {
      const first = await killAfter(kind, 0);
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(ROWS);
      const second = await killAfter(kind, first);
      expect(second).toBeGreaterThan(first);
      // The rows are in, their customers are being folded anew.
      if (kind === 'events') expect(await killAfter(kind, ROWS - 1)).toBe(ROWS);
      const { text, errors } = await start(kind).ended;
      expect(errors).toContain('Going on after');
      expect(text).toContain(`30,000 rows = ${good.toLocaleString('en')} new + `);
      expect(text).toContain(`0 already there + ${wrongLines.length} rejected`);
      expect(rejectedLines(kind)).toEqual(wrongLines);
    }
    const store = await openAt(place, { now: Date.now() });
    const { customers, events, marked } = await store.read(async (tx) => ({
      customers: await tx.selectFrom('customers').select(['facts', 'events']).execute(),
      events: await tx.selectFrom('events').select('type').execute(),
      marked: await tx.selectFrom('refolds').selectAll().execute(),
    }));
    await store.close();
    expect(customers).toHaveLength(good);
    expect(events.filter(({ type }) => type === 'Order Completed')).toHaveLength(good);
    expect(customers.reduce((sum, customer) => sum + customer.events, 0)).toBe(events.length);
    const money = customers.map(({ facts }) => JSON.parse(facts).money.EUR).filter(Boolean);
    expect(money.reduce((sum, { n }) => sum + n, 0)).toBe(good);
    expect(money.reduce((sum, { total }) => sum + total, 0)).toBe(good * 1.5);
    expect(marked).toEqual([]);
  });
});
