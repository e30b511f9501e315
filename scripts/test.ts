// All suites: `npm test`. One of them, with whatever vitest takes: `npm run test:unit -- lifecycle`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { check } from './check.ts';
import { run, secondsSince } from './run.ts';
import { setup } from './setup.ts';

const suites = ['unit', 'server', 'real'] as const;
type Suite = (typeof suites)[number];
type Sum = { passed: number; failed: number };
type Counted = Sum & { skipped: number };

/** The part of vitest's JSON report that is counted. */
const Report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

const countOf = (report: z.infer<typeof Report>): Counted => {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(({ status }) => status === 'failed').length;
  // A file that broke before or outside its tests has failed although none of them did.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length;
  const skipped = tests.length - passed - failedTests;
  return { passed, failed: failedTests + brokenFiles, skipped };
};

const readReport = (path: string): Counted | undefined => {
  try {
    return countOf(Report.parse(JSON.parse(readFileSync(path, 'utf8'))));
  } catch {
    return undefined;
  }
};

/** Runs one suite with its output shown. Whatever went wrong counts as at least one failure. */
const runSuite = async (suite: Suite, args: readonly string[]): Promise<Sum> => {
  const dir = mkdtempSync(join(tmpdir(), 'suki-report-'));
  const file = join(dir, 'report.json');
  const start = Date.now();
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', ['run', '--project', suite, ...reporters, ...args]);
  const counted = readReport(file);
  rmSync(dir, { recursive: true, force: true });
  const { passed, failed, skipped } = counted ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = passed + failed === 0;
  if (ranNothing) console.log(`${suite}: no test was run, which counts as a failure`);
  const unexplained = code !== 0 && failed === 0;
  const sum = { passed, failed: failed + (ranNothing || unexplained ? 1 : 0) };
  // Told, never added up: a test that did not run has not passed.
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`${suite}: ${sum.passed} passed, ${sum.failed} failed${left} in ${secondsSince(start)}`);
  return sum;
};

const isSuite = (word: string | undefined): word is Suite => suites.some((suite) => suite === word);

const [wanted, ...rest] = process.argv.slice(2);
if (wanted !== undefined && !isSuite(wanted)) {
  console.error(`There is no suite ${wanted}; there are ${suites.join(', ')}.`);
  process.exit(2);
}

const isReady = wanted === 'unit' || (await setup());
let failed = 0;
if (wanted !== undefined) {
  if (!isReady) process.exit(1);
  failed = (await runSuite(wanted, rest)).failed;
} else {
  const sums: Sum[] = [
    { passed: 0, failed: isReady ? 0 : 1 },
    { passed: 0, failed: (await check()).failed },
  ];
  for (const suite of suites) sums.push(await runSuite(suite, []));
  failed = sums.reduce((sum, part) => sum + part.failed, 0);
  console.log(`${sums.reduce((sum, part) => sum + part.passed, 0)} passed, ${failed} failed`);
}
process.exit(failed === 0 ? 0 : 1);
