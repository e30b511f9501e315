import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { SukiEvent } from '#lib/contract/events.ts';
import { DAY } from '#lib/contract/primitives.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { foldAll } from '#lib/lifecycle/fold.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { customer, NOW, seeded, someEvents } from './customers.ts';
import type { BenchResult } from './result.ts';

const EVENTS = 10_000;
const ROUNDS = 20;
const TARGET_MS = 50;
const COUNTS = [1_000, 10_000, 100_000];
/** The cost for one customer may differ by so much between a thousand and a hundred thousand of them. */
const GROWTH = 2;

const best = (rounds: number, work: () => unknown): number => {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
};

/** Folding one customer of ten thousand events anew, beside reading the same events from JSON. */
const refold = (): BenchResult => {
  const events = someEvents('c1', EVENTS, seeded(20_261_204));
  const text = JSON.stringify(events);
  const parse = best(ROUNDS, () => JSON.parse(text) as SukiEvent[]);
  const fold = best(ROUNDS, () => foldAll(events));
  return {
    name: `refold of a customer with ${EVENTS.toLocaleString('en')} events`,
    figure: `${fold.toFixed(1)} ms`,
    baseline: `${parse.toFixed(1)} ms to read them from JSON`,
    ratio: `${(fold / parse).toFixed(2)} ×`,
    target: `under ${TARGET_MS} ms`,
    met: fold < TARGET_MS,
  };
};

/** Reading and deciding for ever more customers: what one of them costs must not grow with their number. */
const growth = (): BenchResult[] => {
  const random = seeded(20_261_205);
  const most = COUNTS.at(-1) ?? 0;
  const records: CustomerRecord[] = Array.from({ length: most }, (_, n) => customer(n, random));
  let first = 0;
  return COUNTS.map((count) => {
    const some = records.slice(0, count);
    const one =
      best(count < most ? 3 : 1, () => {
        for (const record of some) decide(record, defaultPlaybook, NOW + DAY);
      }) / count;
    first ||= one;
    const ratio = one / first;
    return {
      name: `read and decide per customer, of ${count.toLocaleString('en')}`,
      figure: `${(one * 1_000).toFixed(1)} µs`,
      baseline: `${(first * 1_000).toFixed(1)} µs with ${COUNTS[0]?.toLocaleString('en')} customers`,
      ratio: `${ratio.toFixed(2)} ×`,
      target: `within ${GROWTH} × of that`,
      met: ratio <= GROWTH,
    };
  });
};

export const benchFold = (): BenchResult[] => [refold(), ...growth()];
