import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClassName } from './classes.ts';

export type Lived = {
  seed: number;
  coverage: Record<string, number>;
  failure?: { name: string; message: string; stack?: string };
  trace?: string[];
};

export type Wanted = {
  first: number;
  count: number;
  /** Processes at once. */
  workers: number;
  only?: ClassName | undefined;
  /** A mistake to be planted, by its name in mutants.ts. */
  mutant?: string | undefined;
  /** Of the maintenance database of a PostgreSQL; without it SQLite. */
  postgres?: string | undefined;
  /** Each worker ends at its first seed that fails. */
  untilFailure?: boolean | undefined;
  onLived?: (lived: Lived) => void;
};

const PROGRAM = join(import.meta.dirname, 'worker.ts');

const work = async (wanted: Wanted, worker: number): Promise<Lived[]> => {
  const { first, count, workers, only, mutant, postgres, untilFailure } = wanted;
  const options = {
    first: first + worker,
    step: workers,
    count: Math.ceil((count - worker) / workers),
    ...{ only, mutant, postgres },
  };
  const args = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, `${value}`],
  );
  const flags = ['--max-semi-space-size=32', '--stack-trace-limit=20'];
  const child = spawn(process.execPath, [...flags, PROGRAM, ...args, ...(untilFailure ? ['--fast'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // What was compiled once need not be again by the next.
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(tmpdir(), 'suki-fuzz-compiled') },
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const lived: Lived[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const one: Lived = JSON.parse(line);
    lived.push(one);
    wanted.onLived?.(one);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) {
    const seed = first + worker + lived.length * workers;
    throw new Error(`seed ${seed} ended the program (${code}): ${errors.slice(-6_000)}`);
  }
  return lived;
};

/** Lives through `count` days from the seed `first` on. Rejects when a day does not even come to its end. */
export const liveThrough = async (wanted: Wanted): Promise<{ lived: Lived[]; ms: number }> => {
  const start = Date.now();
  const workers = Math.min(wanted.workers, wanted.count);
  const lived = await Promise.all(Array.from({ length: workers }, (_, n) => work({ ...wanted, workers }, n)));
  return { lived: lived.flat().sort((a, b) => a.seed - b.seed), ms: Date.now() - start };
};

export const sumOf = (lived: readonly Lived[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const { coverage } of lived)
    for (const [kind, n] of Object.entries(coverage)) sum[kind] = (sum[kind] ?? 0) + n;
  return sum;
};

/** What went wrong in a seed, how to see it again, and the end of what happened before. */
export const tell = (
  { seed, failure, trace = [] }: Lived,
  { only, postgres }: Pick<Wanted, 'only' | 'postgres'>,
): string =>
  [
    `seed ${seed}: ${failure?.name}: ${failure?.message}`,
    `  again: npm run fuzz:sync -- --seed ${seed}${only ? ` --class ${only}` : ''}${postgres ? ' --engine postgres' : ''}`,
    ...trace.slice(-30).map((line) => `  ${line}`),
    ...(failure?.name === 'Violation' ? [] : [`  ${failure?.stack}`]),
  ].join('\n');
