// Random days of everything that can befall the sync: npm run fuzz:sync -- --seeds 2000
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { classes, classNames, missing } from '#test/server/fuzz/classes.ts';
import { liveThrough, sumOf, tell } from '#test/server/fuzz/run.ts';
import { startPostgres } from '#test/server/postgres.ts';

const USAGE = `npm run fuzz:sync -- [--seeds 200] [--seed 1] [--engine postgres] [--class ${classNames.join('|')}] [--mutant NAME]
  --seeds   how many days to live through; --seed: the first of them, or with no --seeds that one alone
  --class   what is to happen most
  --mutant  with a mistake planted (test/server/fuzz/mutants.ts)`;

/** In a shorter run by chance something may not have happened. */
const ENOUGH = 1_000;

const fail = (words: string): never => {
  console.error(`${words}\n${USAGE}`);
  process.exit(2);
};

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    engine: { type: 'string', default: 'sqlite' },
    class: { type: 'string' },
    mutant: { type: 'string' },
  },
});
const number = (name: 'seeds' | 'seed', otherwise: number): number => {
  const text = values[name];
  if (text === undefined) return otherwise;
  return /^[1-9]\d{0,9}$/.test(text)
    ? Number(text)
    : fail(`--${name} ${text}: must be a whole number from 1 on.`);
};
const only = classNames.find((name) => name === values.class);
if (values.class !== undefined && !only) fail(`--class ${values.class}: there is no such class.`);
if (values.engine !== 'sqlite' && values.engine !== 'postgres')
  fail(`--engine ${values.engine}: sqlite or postgres.`);

const count = number('seeds', values.seed === undefined ? 200 : 1);
const first = number('seed', 1 + Math.floor(Math.random() * 1e9));
const cluster = values.engine === 'postgres' ? await startPostgres() : null;
const postgres = cluster?.url('postgres');
let done = 0;
let broken = 0;
const start = Date.now();
try {
  const wanted = { first, count, only, postgres, mutant: values.mutant, workers: availableParallelism() };
  const { lived, ms } = await liveThrough({
    ...wanted,
    onLived: (one) => {
      done += 1;
      if (one.failure) {
        broken += 1;
        console.log(tell(one, wanted));
      }
      if (done % 100 === 0)
        console.log(
          `${done} of ${count} days, ${((done * 1_000) / (Date.now() - start)).toFixed(1)} a second`,
        );
    },
  });
  const coverage = sumOf(lived);
  for (const name of classNames)
    console.log(
      `${name.padEnd(10)} ${classes[name].map((kind) => `${kind} ${coverage[kind] ?? 0}`).join(', ')}`,
    );
  const never = count >= ENOUGH ? missing(coverage) : [];
  if (never.length > 0) console.log(`Never happened: ${never.join('; ')}`);
  const each = ((ms * wanted.workers) / count).toFixed(0);
  console.log(
    `${count} days from seed ${first} on ${values.engine}: ${broken} went wrong; ${(ms / 1_000).toFixed(1)} s, ${each} ms of one core each`,
  );
  process.exitCode = broken > 0 || never.length > 0 ? 1 : 0;
} finally {
  await cluster?.stop();
}
