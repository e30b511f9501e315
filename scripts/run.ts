import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root: string = join(import.meta.dirname, '..');

/**
 * Runs a program of this package (or of the machine) in the package's folder, with the package's own
 * binaries first. Its output goes straight through, or is returned when `quiet`.
 */
export const run = (
  command: string,
  args: readonly string[],
  { quiet = false }: { quiet?: boolean } = {},
): Promise<{ code: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

export const secondsSince = (start: number): string => `${((Date.now() - start) / 1_000).toFixed(1)} s`;
