import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLive } from '#lib/sync/live.ts';
import type { Transport } from '#lib/sync/transport.ts';
import { createWaker } from '#lib/sync/waker.ts';

const over: AbortController[] = [];
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const one of over.splice(0)) one.abort();
  vi.useRealTimers();
});

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** A stream that lasts as long as `lasts` says for each opening; null: it does not open. */
const open = (lasts: (opening: number) => number | null) => {
  const life = new AbortController();
  over.push(life);
  const openings: number[] = [];
  const live: Transport['live'] = async () => {
    openings.push(Date.now());
    const ms = lasts(openings.length);
    if (ms === null)
      return { ok: false, error: { code: 'network', status: 0, message: '', retryAfter: null } };
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void setTimeout(() => controller.close(), ms),
    });
    return { ok: true, value: body };
  };
  const waker = createWaker(setTimer);
  const stream = createLive({ transport: { live }, waker, now: () => Date.now(), signal: life.signal });
  /** What a runner does for so long: an exchange at each wake that goes well, or not. */
  const run = async (ms: number, works = true) => {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      if (works) stream.keep();
      await vi.advanceTimersByTimeAsync(500);
    }
  };
  return { stream, openings, run };
};

it('[S42] after three short streams in a row the device waits in the pull, and tries the stream again after five minutes', async () => {
  const { stream, openings, run } = open((n) => (n <= 3 ? 1_000 : 600_000));
  await run(4_000);
  expect(stream.isPolling()).toBe(false);
  await run(26_000);
  expect(openings).toHaveLength(3);
  expect(stream.isPolling()).toBe(true);
  await run(260_000);
  expect(openings).toHaveLength(3);
  await run(60_000);
  expect(openings).toHaveLength(4);
  expect(stream.isPolling()).toBe(false);
});

it('[S42] so it does when the stream never opens although all else works', async () => {
  const { stream, openings, run } = open(() => null);
  await run(60_000);
  expect(openings).toHaveLength(3);
  expect(stream.isPolling()).toBe(true);
});

it('[S42] but not while nothing works: that says nothing of the stream', async () => {
  const { stream, openings, run } = open(() => null);
  await run(500);
  await run(3_600_000, false);
  expect(openings).toHaveLength(1);
  expect(stream.isPolling()).toBe(false);
});

it('[S42] a stream that lasts forgives the short ones before it', async () => {
  const { stream, openings, run } = open((n) => (n === 3 ? 60_000 : 1_000));
  await run(75_000);
  expect(openings.length).toBeGreaterThanOrEqual(4);
  expect(stream.isPolling()).toBe(false);
});

it('[S28] tells once that a stream has ended, so that the next greeting asks why', async () => {
  const { stream, run } = open(() => 10_000);
  await run(9_000);
  expect(stream.hasEnded()).toBe(false);
  await run(2_000);
  expect([stream.hasEnded(), stream.hasEnded()]).toEqual([true, false]);
});
