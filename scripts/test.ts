// All suites: `npm test`. One of them, with whatever vitest takes: `npm run test:unit -- lifecycle`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { check } from './check.ts';
import { run, secondsSince } from './run.ts';
import { setup } from './setup.ts';

const suites = ['unit', 'server', 'real'] as const;
type Suite = (typeof suites)[number];
/** The projects of vitest.config.ts that a suite is made of. */
const projects: Record<Suite, readonly string[]> = {
  unit: ['unit'],
  server: ['server'],
  real: ['real', 'real-firefox'],
};
/** `failures`: each with its suite, file and name, for the end of a run of many thousand lines. */
type Sum = { passed: number; failed: number; failures: string[] };
type Counted = Sum & { skipped: number };

/** The part of vitest's JSON report that is counted. */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const countOf = (report: z.infer<typeof Report>): Counted => {
  const files = report.testResults;
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(({ status }) => status === 'failed');
  // A file that broke before or outside its tests has failed although none of them did.
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const failures = [
    ...failedTests.map(({ file, fullName }) => `${relative(process.cwd(), file)}: ${fullName}`),
    ...brokenFiles.map(({ name }) => `${relative(process.cwd(), name)}: the file itself`),
  ];
  const skipped = tests.length - passed - failedTests.length;
  return { passed, failed: failures.length, skipped, failures };
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
  const chosen = projects[suite].flatMap((name) => ['--project', name]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', ['run', ...chosen, ...reporters, ...args]);
  const counted = readReport(file);
  rmSync(dir, { recursive: true, force: true });
  const { passed, failed, skipped, failures } = counted ?? { passed: 0, failed: 0, skipped: 0, failures: [] };
  const ranNothing = passed + failed === 0;
  if (ranNothing) console.log(`${suite}: no test was run, which counts as a failure`);
  const unexplained = code !== 0 && failed === 0;
  const broke = ranNothing || unexplained ? [`${suite}: the suite itself, exit code ${code}`] : [];
  const sum = { passed, failed: failed + broke.length, failures: [...failures, ...broke] };
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
const sums: Sum[] = [];
if (wanted !== undefined) {
  if (!isReady) process.exit(1);
  sums.push(await runSuite(wanted, rest));
} else {
  if (!isReady) sums.push({ passed: 0, failed: 1, failures: ['setup'] });
  const { failed } = await check();
  sums.push({ passed: 0, failed, failures: failed > 0 ? ['npm run check'] : [] });
  for (const suite of suites) sums.push(await runSuite(suite, []));
}
const failed = sums.reduce((sum, part) => sum + part.failed, 0);
for (const failure of sums.flatMap(({ failures }) => failures)) console.log(`failed: ${failure}`);
if (wanted === undefined)
  console.log(`${sums.reduce((sum, part) => sum + part.passed, 0)} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
