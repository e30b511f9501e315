import './quick.ts';
import { parseArgs } from 'node:util';
import { classNames } from './classes.ts';
import { mutants } from './mutants.ts';
import { patchOnLoad } from './patch.ts';
import { small } from './small.ts';

// Lives through the seeds from `first` on, every `step`-th, and prints a line of JSON for each.
const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    step: { type: 'string', default: '1' },
    only: { type: 'string' },
    mutant: { type: 'string' },
    postgres: { type: 'string' },
    /** Ends at the first seed that fails. */
    fast: { type: 'boolean', default: false },
  },
});
const unused = patchOnLoad([
  ...small,
  ...(mutants.find(({ name }) => name === values.mutant)?.patches ?? []),
]);
// Only now, so that what they import is patched.
const { createShelf } = await import('./place.ts');
const { createTemplate } = await import('./template.ts');
const { live } = await import('./day.ts');
const [left] = unused();
if (left) throw new Error(`${left.file} was not loaded, so this was not changed in it: ${left.find}`);

type Failure = { name: string; message: string; stack: string | undefined };
let told: string[] = [];
process.on('exit', (code) => {
  // Nothing is left to happen, and the day is not over.
  if (code === 13) process.stderr.write(`${told.join('\n')}\nthe day has come to a standstill\n`);
});

const only = classNames.find((name) => name === values.only);
const shelf = createShelf(values.postgres);
try {
  const template = await createTemplate(shelf);
  for (let n = 0; n < Number(values.count); n += 1) {
    const seed = Number(values.first) + n * Number(values.step);
    let coverage: Record<string, number> = {};
    let failure: Failure | undefined;
    try {
      await live({ seed, shelf, template, only }, (sim) => {
        told = sim.trace;
        coverage = sim.coverage;
      });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      failure = { name: error.name, message: error.message, stack: error.stack };
    }
    process.stdout.write(`${JSON.stringify({ seed, coverage, ...(failure && { failure, trace: told }) })}\n`);
    if (failure && values.fast) break;
  }
} finally {
  await shelf.remove();
}
