import { expect, it, vi } from 'vitest';
import { createWaker } from '#lib/sync/waker.ts';

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const never = new AbortController().signal;

it('sleeps its time, wakes early, and keeps a wake that came while nobody slept', async () => {
  vi.useFakeTimers();
  const waker = createWaker(setTimer);
  const woken: string[] = [];
  const sleep = (name: string, signal = never) => waker.sleep(1_000, signal).then(() => woken.push(name));
  void sleep('in time');
  await vi.advanceTimersByTimeAsync(999);
  expect(woken).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(woken).toEqual(['in time']);
  void sleep('early');
  waker.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(woken).toEqual(['in time', 'early']);
  waker.wake();
  await sleep('kept');
  expect(woken).toEqual(['in time', 'early', 'kept']);
  waker.wakeIn(10, never);
  void sleep('later');
  await vi.advanceTimersByTimeAsync(10);
  expect(woken.at(-1)).toBe('later');
  vi.useRealTimers();
});

it('wakes when all is over', async () => {
  const over = new AbortController();
  const sleeping = createWaker(setTimer).sleep(60_000, over.signal);
  over.abort();
  await sleeping;
});
