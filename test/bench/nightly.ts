import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DAY } from '#lib/contract/primitives.ts';
import { ingestOf } from '#server/ingest/context.ts';
import { insertCustomers } from '#server/ingest/customers.ts';
import { ensurePlaybook } from '#server/ingest/playbook-versions.ts';
import { createPlaybooks } from '#server/ingest/playbooks.ts';
import { runNightly } from '#server/jobs/nightly.ts';
import { openStore } from '#server/store/open.ts';
import { takeNumber } from '#server/store/workspace.ts';
import { customer, NOW, seeded } from './customers.ts';
import type { BenchResult } from './result.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
const TARGET_S = 120;
const BATCH = 1_000;

/** On the clock, and of the processor: other work on the machine lengthens the first and not the second. */
type Cost = { seconds: number; cpu: number };
type Night = Cost & { moved: number };
type Measured = { size: number; first: Night; next: Night; baseline: Cost };

const measured = async <T>(work: () => Promise<T> | T): Promise<Cost & { result: T }> => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { seconds, cpu: (user + system) / 1e6, result };
};

/** Reads the same rows from the same file and parses them: the least that has to be done. */
const bareRead = (file: string): void => {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const select = db.prepare('select id, profile, facts from customers where id > ? order by id limit 500');
    let after = '';
    for (;;) {
      const rows = select.all(after);
      if (rows.length === 0) return;
      for (const row of rows) {
        JSON.parse(String(row.profile));
        JSON.parse(String(row.facts));
        after = String(row.id);
      }
    }
  } finally {
    db.close();
  }
};

const measure = async (size: number): Promise<Measured> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'suki-nightly-'));
  const clock = { now: NOW };
  const now = () => clock.now;
  const store = await openStore({ dataDir, now, uuid: randomUUID, random: Math.random });
  try {
    await ensurePlaybook(store, NOW);
    const deps = { store, playbooks: createPlaybooks(), now };
    const random = seeded(20_261_204);
    for (let from = 0; from < size; from += BATCH)
      await store.write(async (tx) => {
        const states = Array.from({ length: BATCH }, (_, i) => ({
          ...customer(from + i, random),
          ...{ seq: 0, due: null, placed: null },
        }));
        const ingest = await ingestOf(deps, tx);
        await insertCustomers(ingest, states, await takeNumber(tx));
      });
    const night = async (): Promise<Night> => {
      const { result, ...cost } = await measured(() =>
        runNightly({ ...deps, log: () => {}, signal: new AbortController().signal }),
      );
      if (result.read !== size) throw new Error(`only ${result.read} of ${size} customers were read`);
      return { ...cost, moved: result.moved };
    };
    const first = await night();
    clock.now += 30 * DAY;
    const next = await night();
    const { seconds, cpu } = await measured(() => bareRead(join(dataDir, 'suki.db')));
    return { size, first, next, baseline: { seconds, cpu } };
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const said = ({ seconds, cpu }: Cost): string => `${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU`;

/** Of the processor, for one customer. */
const micros = ({ cpu }: Cost, size: number): number => (1e6 * cpu) / size;

/**
 * The work of a night on SQLite on disk: fit, steps and cuts, every customer read again. In the first night every one of them
 * gets the first line of their history, which is the most there can be to write; the second comes a month later.
 */
export const benchNightly = async (): Promise<BenchResult[]> => {
  const all: Measured[] = [];
  for (const size of SIZES) all.push(await measure(size));
  const [small, , large] = all;
  if (!small || !large) return [];
  const nights = [
    { name: 'first night, all stages written', of: (one: Measured) => one.first },
    { name: 'a night a month later', of: (one: Measured) => one.next },
  ];
  return nights.flatMap(({ name, of }): BenchResult[] => {
    const night = of(large);
    const each = all.map((one) => micros(of(one), one.size));
    const growth = (each.at(-1) ?? Infinity) / (each[0] ?? 1);
    const baseline = `${said(large.baseline)} to read and parse the same rows`;
    return [
      {
        name: `nightly: ${large.size.toLocaleString('en')} customers, ${name}`,
        figure: `${said(night)} (${night.moved.toLocaleString('en')} stages written)`,
        baseline,
        ratio: `${(night.cpu / large.baseline.cpu).toFixed(1)} × of CPU`,
        target: `under ${TARGET_S} s`,
        met: night.seconds < TARGET_S,
      },
      {
        name: `nightly: CPU for one customer, ${name}`,
        figure: SIZES.map(
          (size, i) => `${(each[i] ?? 0).toFixed(0)} µs at ${size.toLocaleString('en')}`,
        ).join(', '),
        baseline: all
          .map((one) => `${micros(one.baseline, one.size).toFixed(0)} µs`)
          .join(', ')
          .concat(' to read and parse one'),
        ratio: `${growth.toFixed(2)} × from the smallest to the largest`,
        target: 'does not grow: at most 1.25 ×',
        met: growth <= 1.25,
      },
    ];
  });
};
