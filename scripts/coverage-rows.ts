import { judge } from '#test/coverage/judge.ts';
import { rows } from '#test/coverage/rows.ts';

// The rows of the catalogue, each with the tests that name it or the part of Suki that it waits for. No test is run here:
// whether they hold is for the suites to say.
const judged = rows.map(judge);
for (const { row, tests, faults } of judged) {
  const state = 'waitsFor' in row ? 'waits ' : faults.length > 0 ? 'FAULTY' : 'named ';
  console.log(`${row.id}  ${state}  ${row.example}`);
  if ('waitsFor' in row) console.log(`               waits for: ${row.waitsFor}`);
  for (const test of tests) console.log(`               ${test}`);
  for (const fault of faults) console.log(`               ! ${fault}`);
}

const waiting = Map.groupBy(
  judged.flatMap(({ row }) => ('waitsFor' in row ? [row.waitsFor] : [])),
  (capability) => capability,
);
const faulty = judged.filter(({ faults }) => faults.length > 0).length;
const waits = [...waiting.values()].reduce((sum, some) => sum + some.length, 0);
const tests = judged.reduce((sum, one) => sum + one.tests.length, 0);
const where = [...waiting].map(([capability, some]) => `${some.length} for ${capability}`).join(', ');
console.log(
  `coverage: ${rows.length} rows; ${rows.length - waits - faulty} named by ${tests} tests (the suites run them), ${waits} wait (${where}), ${faulty} faulty`,
);
process.exit(faulty === 0 ? 0 : 1);
