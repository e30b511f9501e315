import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPokeBus } from '#server/poke-bus.ts';
import { createTurns } from '#server/pokes/turns.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const crowd = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

it('[S58] a few who listen are told at once, a thousand a few at a time, each once and in turn', async () => {
  const told: number[] = [];
  const turns = createTurns<number>((one) => told.push(one));
  turns.add(crowd(5));
  expect(told).toEqual(crowd(5));
  told.length = 0;
  turns.add(crowd(1_000));
  const first = told.length;
  expect(first).toBeLessThan(10);
  // Whoever waits already keeps the place; whoever was told goes to the end.
  turns.add(crowd(1_000));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([...crowd(1_000), ...crowd(first)]);
});

it('who leaves while they wait is told nothing, and nobody is after the end', async () => {
  const told: number[] = [];
  const turns = createTurns<number>((one) => told.push(one));
  turns.add(crowd(50));
  turns.drop(49);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual(crowd(49));
  turns.add(crowd(50));
  turns.close();
  const before = told.length;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toHaveLength(before);
});

it('[S58] one who waited through several changes is told once, and again of what comes later', async () => {
  const bus = createPokeBus({ look: async () => ({ head: 0, epoch: 'e' }), onError: () => {} });
  const told = new Map<number, number>();
  for (const one of crowd(100)) bus.subscribe(1, () => told.set(one, (told.get(one) ?? 0) + 1));
  for (const head of [2, 3, 4]) bus.poke(head);
  await vi.advanceTimersByTimeAsync(900);
  expect(told.get(99)).toBe(1);
  bus.poke(4);
  await vi.advanceTimersByTimeAsync(900);
  expect(told.get(99)).toBe(1);
  bus.poke(5);
  await vi.advanceTimersByTimeAsync(900);
  expect(told.get(99)).toBe(2);
  bus.close();
});
