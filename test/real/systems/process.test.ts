import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { ownDirectory, removeTree, runAs } from './place.ts';
import { onFreePort } from './ports.ts';
import { launch, untilReady, withCleanup } from './process.ts';

/** A test run of its own that starts a server and tells the server's directory. */
const startedElsewhere = async (): Promise<{ run: ChildProcess; dir: string }> => {
  const program = `
    import { ownDirectory, runAs } from ${JSON.stringify(import.meta.resolve('./place.ts'))};
    import { launch } from ${JSON.stringify(import.meta.resolve('./process.ts'))};
    const cwd = ownDirectory('killed', runAs('nobody'));
    launch({ name: 'server', command: 'sh', args: ['-c', 'sleep 600 & sleep 600'], cwd });
    console.log(cwd);
    setInterval(() => {}, 1_000);`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const dir of createInterface({ input: run.stdout })) return { run, dir };
  throw new Error('the run ended without a word');
};

test('a killed test run takes its servers and their directories with it', async () => {
  const { run, dir } = await startedElsewhere();
  expect(existsSync(dir)).toBe(true);
  run.kill('SIGKILL');
  await expect.poll(() => existsSync(dir), { timeout: 60_000 }).toBe(false);
});

test('a server that ends at once is reported with what it said, and nothing is left of it', async () => {
  const owner = runAs('nobody');
  let dir = '';
  const starting = withCleanup(async (undo) => {
    dir = ownDirectory('failing', owner);
    undo(() => removeTree(dir));
    const server = launch({
      name: 'broken',
      command: 'sh',
      args: ['-c', 'echo no disk today; exit 1'],
      cwd: dir,
    });
    undo(server.stop);
    await untilReady('The broken server', server, async () => false, 10_000);
    return {};
  });
  await expect(starting).rejects.toThrow(/The broken server ended before it was ready.*no disk today/s);
  expect(existsSync(dir)).toBe(false);
});

test('a port that somebody else took meanwhile is given up for another', async () => {
  const tried: number[] = [];
  const thief = createServer();
  const port = await onFreePort(async (free) => {
    tried.push(free);
    if (tried.length > 1) return free;
    await new Promise<void>((resolve) => thief.listen(free, '127.0.0.1', resolve));
    throw new Error('address in use');
  });
  thief.close();
  expect(tried).toHaveLength(2);
  expect(port).not.toBe(tried[0]);
});

test('a start that fails for a reason of its own is not repeated', async () => {
  let tries = 0;
  const failing = onFreePort(async () => {
    tries++;
    throw new Error('out of order');
  });
  await expect(failing).rejects.toThrow('out of order');
  expect(tries).toBe(1);
});
