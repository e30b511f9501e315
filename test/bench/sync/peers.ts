import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'peers');
const lock = join(folder, 'package-lock.json');
/** The lock as it was installed from. */
const installed = join(folder, 'node_modules', '.installed-lock.json');

const isInstalled = (): boolean =>
  existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8');

/** Brings the peers into a folder of their own when they are not there yet, or others are wanted. */
export const installPeers = async (): Promise<void> => {
  if (isInstalled()) return;
  console.log('installing the peers …');
  // None of them has to build anything; LevelDB brings its binaries along.
  const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`npm ci in ${folder} failed (${code})`);
  copyFileSync(lock, installed);
};
