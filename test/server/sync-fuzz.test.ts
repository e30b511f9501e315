import { availableParallelism } from 'node:os';
import { expect, inject, it } from 'vitest';
import { missing } from './fuzz/classes.ts';
import { mutants } from './fuzz/mutants.ts';
import { liveThrough, sumOf, tell, type Wanted } from './fuzz/run.ts';

const workers = Math.min(2, availableParallelism());

/** Half of the days are the same in every run; the others are new, and what goes wrong in one of them tells its seed. */
const HALF = 1_000;
const live = async (wanted: Pick<Wanted, 'first' | 'count' | 'postgres'>) => {
  const { lived, ms } = await liveThrough({ ...wanted, workers });
  const took = `${(ms / 1_000).toFixed(1)} s on ${workers} cores`;
  console.log(`${wanted.count} days from seed ${wanted.first}: ${took}`);
  return lived;
};

it.each([
  ['known', 1],
  ['new', HALF + 1 + Math.floor(Math.random() * 1e9)],
])(
  'in a thousand %s days of all that can go wrong no click is lost or doubled, and in the end all hold the same',
  {
    timeout: 900_000,
  },
  async (_, first) => {
    const lived = await live({ first, count: HALF });
    expect(lived.filter(({ failure }) => failure).map((one) => tell(one, {}))).toEqual([]);
    expect(lived).toHaveLength(HALF);
    expect(missing(sumOf(lived))).toEqual([]);
  },
);

it('nor in 20 on PostgreSQL', { timeout: 300_000 }, async () => {
  const postgres = inject('postgresUrl');
  const lived = await live({ first: 1, count: 20, postgres });
  expect(lived.filter(({ failure }) => failure).map((one) => tell(one, { postgres }))).toEqual([]);
});

/** No mistake may live longer than this many days. */
const BOUND = 300;

it('a planted mistake is found', { timeout: 600_000 }, async () => {
  const found: string[] = [];
  const queue = [...mutants];
  const hunt = async (): Promise<void> => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const { name, only } = mutant;
      const wanted = { first: 1, workers: 1, only };
      const { lived } = await liveThrough({ ...wanted, count: BOUND, mutant: name, untilFailure: true });
      const failure = lived.at(-1)?.failure;
      expect(failure?.name, `${name} after ${lived.length} days: ${failure?.stack}`).toBe('Violation');
      found.push(`${name}: after ${lived.length} days, ${failure?.message}`);
      // Without it the same days pass.
      const clean = await liveThrough({ ...wanted, count: lived.length });
      expect(clean.lived.filter((one) => one.failure).map((one) => tell(one, wanted))).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: workers }, hunt));
  console.log(found.sort().join('\n'));
  expect(found).toHaveLength(mutants.length);
});
