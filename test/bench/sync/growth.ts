import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HelloAnswer } from '#lib/contract/sync.ts';
import { LIMITS } from '#lib/contract/sync.ts';
import { diskUse } from './browser.ts';
import { createDevice, type Device } from './clicks.ts';
import { startProgram, stopProgram } from './contestants.ts';

const TIMES = 25;
/** How long the server may take to make the filter that a device needs when it does not hold everybody. */
const FILTER_MS = 180_000;

/** What one server does for one device, in ms (medians), beside the size of what it has. */
export type Growth = {
  customers: number;
  seeding: number;
  store: number;
  hello: number;
  page: number;
  push: number;
  pull: number;
  /** How many customers a device holds, and how long the server takes to hand all of them out. */
  held: number;
  handOut: number;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
};

const medianOf = async (work: () => Promise<unknown>): Promise<number> => {
  const all: number[] = [];
  for (let n = 0; n < TIMES; n += 1) all.push((await timed(work)).ms);
  return median(all);
};

/** All pages of all scopes, in the order in which a device loads them. */
const loadAll = async ({ transport }: Device, scopes: readonly string[]) => {
  const pages: number[] = [];
  let held = 0;
  for (const scope of scopes) {
    let after: string | null = null;
    for (;;) {
      const { ms, value } = await timed(() => transport.snapshot(scope, after, LIMITS.pullRows));
      if (!value.ok) throw new Error(`snapshot: ${value.error.code} ${value.error.message}`);
      pages.push(ms);
      if (scope !== 'due') held += value.value.lines.length;
      if (!value.value.head.more) break;
      after = value.value.head.after ?? null;
    }
  }
  return { held, page: median(pages), handOut: pages.reduce((sum, ms) => sum + ms, 0) };
};

/** Where devices hold only some, the server makes a filter first, in the background. */
const settled = async (device: Device): Promise<HelloAnswer> => {
  for (const until = Date.now() + FILTER_MS; ; await sleep(1_000)) {
    const hello = await device.hello();
    if (hello.whole || hello.filter || Date.now() > until) return hello;
  }
};

export const measureGrowth = async (customers: number): Promise<Growth> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'suki-bench-growth-'));
  try {
    const args = [
      ...['--data', dataDir, '--customers', String(customers), '--devices', '2'],
      ...['--unlimited', '--morning'],
    ];
    const { ms: seeding, value: program } = await timed(() => startProgram('suki/server.ts', args));
    try {
      const { url, tokens } = program.said as { url: string; tokens: string[] };
      const { signal } = new AbortController();
      const [mine, theirs] = tokens.map((token) => createDevice(url, token, signal));
      if (!mine || !theirs) throw new Error('the server paired no devices');
      const { epoch, scopes } = await settled(mine);
      const all = await loadAll(mine, ['due', ...scopes]);
      const hello = await medianOf(() => mine.hello());
      const { transport, clientId } = theirs;
      const standing = await firstStanding(theirs);
      let { cursor } = standing;
      const pulls: number[] = [];
      const pushes: number[] = [];
      for (let n = 0; n < TIMES; n += 1) {
        pushes.push((await timed(() => mine.push(epoch, [(n * 37) % customers]))).ms);
        const { ms, value } = await timed(() =>
          transport.pull({ clientId, epoch, cursor, scopes: standing.scopes }),
        );
        if (!value.ok) throw new Error(`pull: ${value.error.code} ${value.error.message}`);
        cursor = value.value.head.cursor;
        pulls.push(ms);
      }
      return {
        customers,
        seeding,
        store: diskUse(dataDir),
        hello,
        push: median(pushes),
        pull: median(pulls),
        ...all,
      };
    } finally {
      await stopProgram(program.child);
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** What it follows, and the cursor that a snapshot would lead to. */
const firstStanding = async ({ transport, hello }: Device) => {
  const { scopes } = await hello();
  const page = await transport.snapshot(scopes[0] ?? 'all', null, 1);
  if (!page.ok) throw new Error(`snapshot: ${page.error.code} ${page.error.message}`);
  return { scopes, cursor: page.value.head.cursor };
};
