import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'puppeteer-core';
import { bundle } from './bundle.ts';

export const contestantNames = ['Suki', 'PouchDB', 'RxDB'] as const;
export type ContestantName = (typeof contestantNames)[number];
export const peerNames = ['PouchDB', 'RxDB'] as const;

/** A server that runs, and the script of its client. */
export type Running = {
  name: ContestantName;
  url: string;
  /** Of devices that nobody has used yet; empty strings for who knows no such thing. */
  nextToken: () => string;
  /** Puts the client and the stopwatch into a page of that server. */
  enter: (page: Page) => Promise<void>;
  folder: string;
  pid: number;
  stop: () => Promise<void>;
};

const here = import.meta.dirname;
const sources: Record<ContestantName, { server: string; page: string }> = {
  Suki: { server: 'suki/server.ts', page: 'suki/page.ts' },
  PouchDB: { server: 'peers/pouchdb-server.js', page: 'peers/pouchdb-page.js' },
  RxDB: { server: 'peers/rxdb-server.js', page: 'peers/rxdb-page.js' },
};

/** Starts a program of ours that says in its first line, as JSON, what there is to know. */
export const startProgram = async (
  script: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; said: unknown }> => {
  const child = spawn(process.execPath, [join(here, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} ended before it was ready`);
  });
  // Once it is ready it may end whenever we say so.
  ended.catch(() => {});
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [
    string,
  ];
  return { child, said: JSON.parse(line) };
};

export const stopProgram = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
};

/** Starts a contestant's server with all documents in it. `devices`: how many may be asked for. */
export const startContestant = async (
  name: ContestantName,
  load: { folder: string; documents: string; customers: number; devices: number },
): Promise<Running> => {
  const folder = join(load.folder, name.toLowerCase());
  mkdirSync(folder, { recursive: true });
  const args =
    name === 'Suki'
      ? [
          ...['--data', folder, '--customers', String(load.customers)],
          ...['--devices', String(load.devices), '--morning'],
        ]
      : [load.documents, folder];
  const { server, page: pageSource } = sources[name];
  const [client, stopwatch, { child, said }] = await Promise.all([
    bundle(join(here, pageSource)),
    bundle(join(here, 'stopwatch.ts')),
    startProgram(server, args),
  ]);
  const { url, tokens = [] } = said as { url: string; tokens?: string[] };
  return {
    name,
    url,
    folder,
    pid: child.pid ?? 0,
    nextToken: () => tokens.shift() ?? '',
    enter: async (page) => {
      await page.goto(`${url}/bench`);
      await page.evaluate(client);
      await page.evaluate(stopwatch);
    },
    stop: () => stopProgram(child),
  };
};
