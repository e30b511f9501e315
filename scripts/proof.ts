import { allChecks, isWithin } from './proof/checks.ts';
import { secondsSince } from './run.ts';

/** Refits the value models from the published data and sets every published figure beside ours. */
const start = Date.now();
const checks = allChecks();

const digits = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(5) : String(Number(value.toPrecision(8)));
const table = [
  ['', 'published', 'ours', 'tolerance', ''],
  ...checks.map((check) => [
    check.what,
    digits(check.published),
    digits(check.ours),
    check.tolerance === 0 ? 'exact' : String(check.tolerance),
    isWithin(check) ? 'ok' : 'NOT OK',
  ]),
];
const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
for (const row of table)
  console.log(
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
const within = checks.filter(isWithin).length;
console.log(`proof: ${within} of ${checks.length} within tolerance in ${secondsSince(start)}`);
process.exit(within === checks.length ? 0 : 1);
