import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect } from 'vitest';
import { openAt } from './world.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The real programs as real processes, with a data folder for each test. */
export const usePrograms = () => {
  let folder: string;
  const started: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'suki-process-'));
  });
  afterEach(async () => {
    for (const child of started.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (script: string, args: string[] = [], port = 0, env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: String(port),
        DATA_DIR: folder,
        DATABASE_URL: '',
        PUBLIC_URL: '',
        ...env,
      },
    });
    started.push(child);
    const out = { text: '', errors: '' };
    child.stdout.on('data', (chunk) => (out.text += chunk));
    child.stderr.on('data', (chunk) => (out.errors += chunk));
    const ended = once(child, 'close').then(([code]) => ({ code, ...out }));
    return { child, ended };
  };
  const startServer = async (port = 0, env: Record<string, string> = {}) => {
    const { child, ended } = run('server/main.ts', [], port, env);
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const entry = JSON.parse(line);
        if (entry.event === 'started') resolve(entry.url);
      });
      void ended.then(({ errors }) => reject(new Error(errors)));
    });
    return { child, ended, url };
  };
  const makeWorkspace = async () => {
    const place = { dataDir: folder, databaseUrl: undefined, remove: async () => {} };
    await (await openAt(place, { now: Date.now() })).close();
  };
  const post = async (url: string, body: unknown, token = '') => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  const pairedWith = async (url: string) => {
    const { text } = await run('server/cli/invite.ts', ['--name', 'Mia']).ended;
    expect(text).toMatch(new RegExp(`^${url}/pair/[\\w-]{43}\\n$`));
    return post(`${url}/pair`, { code: text.trim().split('/').at(-1), device: 'Chrome' });
  };
  return {
    run,
    startServer,
    makeWorkspace,
    post,
    pairedWith,
    /** Ended after the test, if it has not by itself. */
    started,
    folder: () => folder,
    /** Another folder from here on. @returns the one before */
    moveTo: (other: string): string => {
      const before = folder;
      folder = other;
      return before;
    },
  };
};
