import { parseArgs } from 'node:util';
import { benchDecide } from './decide.ts';
import { benchDetect } from './detect.ts';
import { benchFold } from './fold.ts';
import { benchImport } from './import.ts';
import { benchNightly } from './nightly.ts';
import { benchPanel } from './panel.ts';
import type { BenchResult } from './result.ts';

/** Each benchmark measures its own baseline in the same run, so that a slow machine slows both. */
const benches: Record<string, () => Promise<BenchResult[]>> = {
  decide: async () => [await benchDecide()].flat(),
  fold: async () => benchFold(),
  import: benchImport,
  nightly: benchNightly,
  detect: benchDetect,
  panel: benchPanel,
};

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(1);
}

const results: BenchResult[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`${name} …`);
  for (const result of await bench()) {
    results.push(result);
    console.log(`  ${result.met ? 'met   ' : 'MISSED'}  ${result.name}`);
    console.log(`          ${result.figure}  (target: ${result.target})`);
    console.log(`          baseline: ${result.baseline}; ratio ${result.ratio}`);
  }
}
console.log(`\nbench: ${results.filter(({ met }) => met).length} of ${results.length} targets met`);
