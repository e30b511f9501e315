import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** `percent` of the running step, and what apt is doing in its own words. */
export type Progress = (percent: number, doing: string) => void;

// A second set-up on the same machine waits for the first one's locks instead of failing.
const quiet = ['-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'APT::Status-Fd=3', '-o', 'Dpkg::Use-Pty=0'];

export const aptIsHere = (): boolean =>
  ['/usr/bin/apt-get', '/usr/bin/debconf-set-selections'].every((path) => existsSync(path));

/** The command that a person would type to get `packages`. */
export const commandFor = (packages: readonly string[]): string =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** Answers what the packages would ask, so that nothing waits for a keyboard. Throws when debconf refuses. */
export const answerBeforehand = (answers: readonly string[]): void => {
  if (answers.length === 0) return;
  const done = spawnSync('debconf-set-selections', { input: `${answers.join('\n')}\n`, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`debconf-set-selections refused the answers: ${done.stderr.trim()}`);
};

/**
 * Runs apt-get without a keyboard and reports its progress. Resolves to nothing, or rejects with the end of
 * apt's output and the path of its whole log.
 */
const apt = async (args: readonly string[], onProgress: Progress): Promise<void> => {
  const log = join(mkdtempSync(join(tmpdir(), 'suki-setup-')), 'apt.log');
  const child = spawn('apt-get', [...quiet, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      DEBCONF_NONINTERACTIVE_SEEN: 'true',
      LC_ALL: 'C',
    },
  });
  const file = createWriteStream(log);
  const tail: string[] = [];
  const keep = (stream: Readable | null): void => {
    if (!stream) return;
    createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      tail.push(line);
      if (tail.length > 25) tail.shift();
    });
  };
  keep(child.stdout);
  keep(child.stderr);
  // Status lines: "dlstatus:1:42.5:Retrieving file 3 of 9", "pmstatus:php-cli:61.2:Unpacking php-cli".
  const status = child.stdio[3];
  if (status)
    createInterface({ input: status as Readable }).on('line', (line) => {
      const [kind, , percent, ...words] = line.split(':');
      // apt counts fetching and installing from 0 to 100 each; here they are halves of one step.
      if (kind === 'dlstatus') onProgress(Number(percent) / 2, words.join(':').trim());
      if (kind === 'pmstatus') onProgress(50 + Number(percent) / 2, words.join(':').trim());
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  file.end();
  if (code !== 0)
    throw new Error(`apt-get ${args.join(' ')} ended with ${code}. Whole log: ${log}\n${tail.join('\n')}`);
  rmSync(dirname(log), { recursive: true, force: true });
};

const twice = async (act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch {
    // Mirrors hiccup and another apt may hold the lists: one more try, then the error is real.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await act();
  }
};

export const updateLists = (onProgress: Progress): Promise<void> => twice(() => apt(['update'], onProgress));

export const install = (packages: readonly string[], onProgress: Progress): Promise<void> =>
  twice(() => apt(['install', '--no-install-recommends', ...packages], onProgress));
