import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Owner } from './place.ts';

/** A server that was started for a test. */
export type System = { stop: () => Promise<void> };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// Ends the group when the test run is gone, however it went: then the other end of descriptor 3 closes.
const guarded =
  '"$@" 3<&- & server=$!; { read -r _; rm -rf "$OWN"; kill -s KILL -- "-$$"; } <&3 & wait "$server"';

const signalGroup = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
};

export type Started = System & { logged: () => string; hasEnded: () => boolean };
export type Launch = {
  name: string;
  command: string;
  args: readonly string[];
  /** The server's own directory: where its log goes, and what goes away with it if this process is killed. */
  cwd: string;
  env?: Record<string, string>;
  as?: Owner;
};

const environment = (what: Pick<Launch, 'cwd' | 'env'>): Record<string, string> => ({
  PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`,
  LANG: 'C.UTF-8',
  HOME: what.cwd,
  ...what.env,
});

/**
 * Starts a server in a process group of its own, with its output in `<cwd>/<name>.log`. `stop` ends the
 * whole group: workers of PHP and Starlet outlive a parent that is killed alone.
 */
export const launch = (what: Launch): Started => {
  const log = join(what.cwd, `${what.name}.log`);
  const out = openSync(log, 'a');
  const child = spawn('/bin/sh', ['-c', guarded, what.name, what.command, ...what.args], {
    cwd: what.cwd,
    detached: true,
    stdio: ['ignore', out, out, 'pipe'],
    env: { ...environment(what), OWN: what.cwd },
    ...what.as,
  });
  closeSync(out);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`/bin/sh could not be started for ${what.name}`);
  return {
    logged: () => readFileSync(log, 'utf8').slice(-4_000),
    hasEnded: () => ended,
    stop: async () => {
      signalGroup(pid, 'SIGTERM');
      for (let n = 0; n < 60 && signalGroup(pid, 0); n++) await sleep(50);
      signalGroup(pid, 'SIGKILL');
    },
  };
};

/** Runs a program to its end; throws with what it said when it fails. Returns its standard output. */
export const runToEnd = (what: Omit<Launch, 'name'> & { input?: string; timeoutMs?: number }): string => {
  const done = spawnSync(what.command, what.args, {
    cwd: what.cwd,
    encoding: 'utf8',
    timeout: what.timeoutMs ?? 120_000,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: 'C.UTF-8',
      HOME: what.cwd,
      ...what.env,
    },
    ...(what.input !== undefined && { input: what.input }),
    ...what.as,
  });
  if (done.error) throw new Error(`${what.command}: ${done.error.message} (npm run setup installs it)`);
  if (done.status !== 0)
    throw new Error(
      `${what.command} ended with ${done.status ?? done.signal}:\n${done.stderr}${done.stdout}`.slice(
        0,
        4_000,
      ),
    );
  return done.stdout;
};

/** Waits until `isReady` holds; fails at once when the server has ended, with the end of its log. */
export const untilReady = async (
  name: string,
  server: Started,
  isReady: () => Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> => {
  const start = Date.now();
  while (Date.now() - start < timeoutMs) {
    // Asked after the answer: on a port that somebody else took meanwhile it is the other one who answers.
    const ready = await isReady().catch(() => false);
    await sleep(20);
    if (ready && !server.hasEnded()) return;
    if (server.hasEnded()) throw new Error(`${name} ended before it was ready. It said:\n${server.logged()}`);
  }
  throw new Error(`${name} was not ready after ${timeoutMs / 1_000} s. It said:\n${server.logged()}`);
};

/** Whether a web server answers this address at all, whatever it answers. */
export const answersHttp = async (url: string): Promise<boolean> => {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
  await response.arrayBuffer();
  return response.status < 500;
};

/** Runs `steps` with a list of undo steps; a failure undoes what was done, last first, and then throws. */
export const withCleanup = async <T>(
  steps: (undo: (step: () => Promise<void> | void) => void) => Promise<T>,
): Promise<T & System> => {
  const undos: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undos.splice(0).reverse()) await step();
  };
  try {
    const result = await steps((step) => undos.push(step));
    return { ...result, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
