import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const PROGRAM = join(import.meta.dirname, 'waiting-server.ts');

/** A port that is free at the moment. */
const freePort = async (): Promise<number> => {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
};

export type Where = { dataDir: string; databaseUrl?: string | undefined };
type Loaded = { child: ChildProcessWithoutNullStreams; lines: Interface; errors: () => string };

/**
 * Servers that are killed without warning, one after another, on one store and one port. The next is loaded while one serves.
 * @param inside the command that a server is run by, if not directly: then there is only one
 */
export const createServers = async ({ dataDir, databaseUrl }: Where, inside: readonly string[] = []) => {
  const port = await freePort();
  const all: ChildProcessWithoutNullStreams[] = [];
  const load = (): Loaded => {
    const [program = '', ...args] = [...inside, process.execPath, PROGRAM];
    const child = spawn(program, args, {
      env: {
        ...process.env,
        ...{ NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(tmpdir(), 'suki-servers-compiled') },
        ...{ DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', PORT: String(port) },
      },
    });
    all.push(child);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    return { child, lines: createInterface({ input: child.stdout }), errors: () => errors };
  };
  let next = load();
  let serving: Loaded | null = null;
  const tell = async ({ child, lines, errors }: Loaded, line: string): Promise<void> => {
    const told = once(lines, 'line');
    child.stdin.write(`${line}\n`);
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`the server ended: ${errors()}`)));
    // Once it has answered, its end is ours to bring about.
    ended.catch(() => {});
    await Promise.race([told, ended]);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: () => serving?.child.pid ?? 0,
    isUp: () => serving?.child.exitCode === null,
    /** By itself, without having been killed. */
    hasEnded: () => serving !== null && serving.child.exitCode !== null,
    /** Resolves when it answers. */
    start: async (): Promise<void> => {
      serving = next;
      if (inside.length === 0) next = load();
      await tell(serving, 'serve');
    },
    /** Lets the database have so many pages, at least as many as it has. */
    limit: async (pages: number): Promise<void> => {
      if (serving) await tell(serving, String(pages));
    },
    kill: async (): Promise<void> => {
      if (!serving) return;
      const { child } = serving;
      serving = null;
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    end: async (): Promise<void> => {
      for (const child of all) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    },
  };
};
export type Servers = Awaited<ReturnType<typeof createServers>>;
