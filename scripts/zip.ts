import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The packages for the stores: Chrome's, Firefox's, and the sources that Firefox's reviewers build from. */
const root = fileURLToPath(new URL('..', import.meta.url));
const wxt = fileURLToPath(new URL('../node_modules/wxt/bin/wxt.mjs', import.meta.url));
const packages = (): string[] =>
  existsSync(`${root}.output`) ? readdirSync(`${root}.output`).filter((name) => name.endsWith('.zip')) : [];

for (const name of packages()) rmSync(`${root}.output/${name}`);
for (const browser of ['chrome', 'firefox'])
  execFileSync(process.execPath, [wxt, 'zip', '-b', browser], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
for (const name of packages())
  console.log(`  .output/${name}  ${(statSync(`${root}.output/${name}`).size / 1_000).toFixed(0)} kB`);
console.log(`zip: ${packages().length} packages`);
