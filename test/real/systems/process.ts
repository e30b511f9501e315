import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A server that was started for a test. */
export type System = { stop: () => Promise<void> };

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isRoot = (): boolean => process.getuid?.() === 0;

const idOf = (user: string): { uid: number; gid: number } => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`${user}:`));
  const [, , uid, gid] = (line ?? '').split(':');
  if (uid === undefined || gid === undefined) throw new Error(`this machine has no user ${user}`);
  return { uid: Number(uid), gid: Number(gid) };
};

/** Whom a server runs as: a system user when we are root, else ourselves. */
export const runAs = (user: string): { uid: number; gid: number } =>
  isRoot() ? idOf(user) : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

const othersMayEnter = (dir: string): boolean =>
  (statSync(dir).mode & 0o001) !== 0 && (dir === '/' || othersMayEnter(dirname(dir)));

/**
 * A directory of our own that the system user can reach. A temp folder inside somebody's home is closed to
 * it, and sockets inside a deep one pass the 108 bytes that Unix allows a socket's path: then /tmp is used.
 */
export const ownDirectory = (name: string, owner: { uid: number; gid: number }): string => {
  const base = tmpdir();
  const fits = base.length < 50 && (!isRoot() || othersMayEnter(base));
  const dir = mkdtempSync(join(fits ? base : '/tmp', `suki-${name}-`));
  chownSync(dir, owner.uid, owner.gid);
  // Dovecot's own helpers, under yet another user, read files in it by name.
  chmodSync(dir, 0o711);
  return dir;
};

/** Gives a whole tree to `owner`; needed after root has written into it. */
export const giveTo = (path: string, owner: { uid: number; gid: number }): void => {
  chownSync(path, owner.uid, owner.gid);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), owner);
};

/** A port of 127.0.0.1 that nobody listens on right now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port was given'));
      probe.close(() => resolve(address.port));
    });
  });

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
  as?: { uid: number; gid: number };
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

/**
 * Starts something on a free port. Between finding a port and listening on it somebody else may take it, so
 * a failed start is tried again on another port before it counts. Whatever a failed start leaves is removed.
 */
export const onFreePort = async <T>(start: (port: number) => Promise<T>, tries = 3): Promise<T> => {
  for (let n = 1; ; n++) {
    try {
      return await start(await freePort());
    } catch (error) {
      if (n >= tries) throw error;
    }
  }
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

export const removeTree = (path: string): void =>
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
