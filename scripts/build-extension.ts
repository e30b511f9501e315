import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the extension as it ships, in `outDir`; resolves with its folder, rejects with what the build said. */
export const buildExtension = async (
  browser: 'chrome' | 'firefox' = 'chrome',
  outDir = join(root, '.output'),
): Promise<string> => {
  const wxt = fileURLToPath(new URL('../node_modules/wxt/bin/wxt.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [wxt, 'build', '-b', browser], {
    cwd: root,
    env: { ...process.env, SUKI_OUT_DIR: outDir },
    maxBuffer: 16_000_000,
  });
  return join(outDir, `${browser}-mv3`);
};
