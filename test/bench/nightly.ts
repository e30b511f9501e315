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

type Night = { seconds: number; moved: number };
type Measured = { size: number; first: Night; next: Night; baseline: number };

/** Seconds to read the same rows from the same file and to parse them: the least that has to be done. */
const bareRead = (file: string): number => {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const select = db.prepare('select id, profile, facts from customers where id > ? order by id limit 500');
    const started = performance.now();
    let after = '';
    for (;;) {
      const rows = select.all(after);
      for (const row of rows) {
        JSON.parse(String(row.profile));
        JSON.parse(String(row.facts));
        after = String(row.id);
      }
      if (rows.length === 0) return (performance.now() - started) / 1_000;
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
        const states = Array.from({ length: BATCH }, (_, i) => ({ ...customer(from + i, random), seq: 0 }));
        const ingest = await ingestOf(deps, tx);
        await insertCustomers(ingest, states, await takeNumber(tx));
      });
    const night = async (): Promise<Night> => {
      const started = performance.now();
      const { read, moved } = await runNightly({
        ...deps,
        log: () => {},
        signal: new AbortController().signal,
      });
      if (read !== size) throw new Error(`only ${read} of ${size} customers were read`);
      return { seconds: (performance.now() - started) / 1_000, moved };
    };
    const first = await night();
    clock.now += 30 * DAY;
    const next = await night();
    return { size, first, next, baseline: bareRead(join(dataDir, 'suki.db')) };
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const micros = (seconds: number, size: number): number => (1e6 * seconds) / size;

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
    const { seconds, moved } = of(large);
    const each = all.map((one) => micros(of(one).seconds, one.size));
    const growth = (each.at(-1) ?? Infinity) / (each[0] ?? 1);
    const baseline = `${large.baseline.toFixed(1)} s to read and parse the same rows`;
    return [
      {
        name: `nightly: ${large.size.toLocaleString('en')} customers, ${name}`,
        figure: `${seconds.toFixed(1)} s (${moved.toLocaleString('en')} stages written)`,
        baseline,
        ratio: `${(seconds / large.baseline).toFixed(1)} ×`,
        target: `under ${TARGET_S} s`,
        met: seconds < TARGET_S,
      },
      {
        name: `nightly: cost of one customer, ${name}`,
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
