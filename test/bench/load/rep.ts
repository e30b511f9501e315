import { setTimeout as sleep } from 'node:timers/promises';
import { readPokes } from '#lib/sync/live.ts';
import type { Device } from '../sync/clicks.ts';

/** What happened to all reps together: times in ms. */
export type Tally = {
  clicks: number[];
  pulls: number[];
  pokes: number;
  rows: number;
  errors: Map<string, number>;
};
export const newTally = (): Tally => ({ clicks: [], pulls: [], pokes: 0, rows: 0, errors: new Map() });

export const bookError = ({ errors }: Tally, error: unknown): void => {
  const why = error instanceof Error ? error.message : String(error);
  errors.set(why, (errors.get(why) ?? 0) + 1);
};

/** Where a device stands: what it needs to pull. */
export type Standing = { epoch: string; scopes: string[]; cursor: string };

/** Says hello as a device that has everything up to now: with a mark of where the server is, but none of its rows. */
export const enter = async ({ hello, transport }: Device): Promise<Standing> => {
  const { epoch, scopes } = await hello();
  const page = await transport.snapshot(scopes[0] ?? 'all', null, 1);
  if (!page.ok) throw new Error(`snapshot: ${page.error.code} ${page.error.message}`);
  return { epoch, scopes, cursor: page.value.head.cursor };
};

/** Pulls until there is no more. */
export const pull = async (
  { transport, clientId }: Device,
  standing: Standing,
  tally: Tally,
): Promise<void> => {
  for (;;) {
    const began = performance.now();
    const answer = await transport.pull({ clientId, ...standing });
    if (!answer.ok) throw new Error(`pull: ${answer.error.code} ${answer.error.message}`);
    tally.pulls.push(performance.now() - began);
    tally.rows += answer.value.lines.length;
    standing.cursor = answer.value.head.cursor;
    if (!answer.value.head.more) return;
  }
};

/** Listens, and pulls after pokes, one pull at a time as the extension does. Returns when `signal` aborts. */
const follow = async (
  device: Device,
  standing: Standing,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> => {
  const stream = await device.transport.live(signal);
  if (!stream.ok) throw new Error(`live: ${stream.error.code} ${stream.error.message}`);
  let poked = false;
  let pulling = false;
  const keepUp = async (): Promise<void> => {
    poked = true;
    if (pulling) return;
    pulling = true;
    while (poked && !signal.aborted) {
      poked = false;
      await pull(device, standing, tally).catch(
        (error: unknown) => signal.aborted || bookError(tally, error),
      );
    }
    pulling = false;
  };
  await readPokes(
    stream.value,
    () => {
      tally.pokes += 1;
      void keepUp();
    },
    signal,
  );
  if (!signal.aborted) throw new Error('live: the stream ended');
};

/** A rep at work: a live stream open all the time, and a click each `every` ms, the first after a random part of that. */
export const work = async (
  device: Device,
  tally: Tally,
  { every, customer, signal }: { every: number; customer: () => number; signal: AbortSignal },
): Promise<void> => {
  const standing = await enter(device);
  const listening = follow(device, standing, tally, signal).catch((error: unknown) =>
    bookError(tally, error),
  );
  const rest = (ms: number) => sleep(ms, undefined, { signal }).catch(() => {});
  await rest(Math.random() * every);
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await device.push(standing.epoch, [customer()]);
      tally.clicks.push(performance.now() - began);
    } catch (error) {
      bookError(tally, error);
    }
    await rest(Math.max(0, every - (performance.now() - began)));
  }
  await listening;
};
