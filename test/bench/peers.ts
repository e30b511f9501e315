import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Brings the peers that `folder`'s lock names into it when they are not there yet, or others are wanted. */
export const installPeers = async (folder: string): Promise<void> => {
  const lock = join(folder, 'package-lock.json');
  /** The lock as it was installed from. */
  const installed = join(folder, 'node_modules', '.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8')) return;
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
