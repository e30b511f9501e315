import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BIN = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin';

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error()),
      );
    });
  });

const idOf = async (flag: '-u' | '-g'): Promise<number> =>
  Number((await run('id', [flag, 'postgres'])).stdout);

export type Cluster = {
  url: (database: string) => string;
  /** Ends it as a power cut does, and starts it again on the same port and data. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A PostgreSQL of one's own, in a temporary folder and on a free loopback port. Its programs refuse to run as
 * root, so root lends them the user that the Debian package made.
 * @param durable waits for the disk at each commit, as a PostgreSQL does that keeps somebody's data
 */
export const startPostgres = async ({ durable = false } = {}): Promise<Cluster> => {
  if (!existsSync(join(BIN, 'initdb'))) {
    throw new Error(
      `The server tests need a PostgreSQL, and there is none in ${BIN}. Install it (apt-get install postgresql-15) or say where it is with POSTGRES_BIN=…`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'suki-postgres-'));
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, await idOf('-u'), await idOf('-g'));
  const command = (program: string, args: string[]): [string, string[]] =>
    asRoot
      ? [
          'setpriv',
          ['--reuid', 'postgres', '--regid', 'postgres', '--clear-groups', join(BIN, program), ...args],
        ]
      : [join(BIN, program), args];
  await run(
    ...command('initdb', [
      '-D',
      data,
      '-U',
      'suki',
      '--auth',
      'trust',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale',
      'C',
    ]),
    {
      cwd: folder,
    },
  );
  const port = await freePort();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: durable ? 'on' : 'off',
    max_connections: '200',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [ready, readyArgs] = command('pg_isready', [
    ...['-h', '127.0.0.1', '-p', String(port), '-U', 'suki', '-d', 'postgres'],
  ]);
  const start = () => {
    const server = spawn(...command('postgres', ['-D', data, ...flags]), { cwd: folder, stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    return { server, ended };
  };
  let running = start();
  const end = async (signal: 'SIGINT' | 'SIGQUIT') => {
    running.server.kill(signal);
    await running.ended;
  };
  const stop = async () => {
    // "Fast shutdown": ends sessions and stops cleanly.
    await end('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  const whenReady = async () => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await run(ready, readyArgs, { cwd: folder });
      } catch (error) {
        if (tries < 100 && running.server.exitCode === null) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          continue;
        }
        await stop();
        throw new Error('PostgreSQL did not start.', { cause: error });
      }
    }
  };
  await whenReady();
  return {
    url: (database) => `postgres://suki@127.0.0.1:${port}/${database}`,
    restart: async () => {
      await end('SIGQUIT');
      running = start();
      await whenReady();
    },
    stop,
  };
};
