import { pathToFileURL } from 'node:url';
import { run, secondsSince } from './run.ts';

const steps: readonly { name: string; command: string; args: readonly string[] }[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'pure core (no DOM, no Node)', command: 'tsc', args: ['-p', 'tsconfig.pure.json'] },
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'nothing unused', command: 'knip', args: ['--no-progress'] },
  {
    name: 'architecture',
    command: 'vitest',
    args: ['run', '--project', 'unit', '--reporter=dot', 'test/unit/architecture.test.ts'],
  },
];

/** Runs every step, also after one has failed, and returns how many passed and failed. */
export const check = async (): Promise<{ passed: number; failed: number }> => {
  let failed = 0;
  for (const { name, command, args } of steps) {
    const start = Date.now();
    const { code, output } = await run(command, args, { quiet: true });
    if (code !== 0) {
      failed++;
      console.log(output.trimEnd());
    }
    console.log(`check: ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${secondsSince(start)})`);
  }
  return { passed: steps.length - failed, failed };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const start = Date.now();
  const { passed, failed } = await check();
  console.log(`check: ${passed} passed, ${failed} failed in ${secondsSince(start)}`);
  process.exit(failed === 0 ? 0 : 1);
}
