import type { CustomerRecord } from '#lib/contract/customer.ts';
import { decide } from '#lib/lifecycle/decide.ts';
import { defaultPlaybook } from '#lib/playbook/default-playbook.ts';
import { customer, NOW, seeded } from './customers.ts';
import type { BenchResult } from './result.ts';

const CUSTOMERS = 1_000;
const ROUNDS = 20;
const LOT = 50;
/** Decisions in a second on one core. */
const TARGET = 5_000;

/**
 * Microseconds for one customer. The customers go through in small lots, and of each lot the best of several rounds
 * counts: what else the machine does in between is no work of ours.
 */
const perCustomer = (
  records: readonly CustomerRecord[],
  work: (record: CustomerRecord) => unknown,
): number => {
  const best = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (let from = 0; from < records.length; from += LOT) {
      const lot = records.slice(from, from + LOT);
      const began = performance.now();
      for (const record of lot) work(record);
      best.set(from, Math.min(best.get(from) ?? Infinity, performance.now() - began));
    }
  return (1_000 * [...best.values()].reduce((sum, ms) => sum + ms, 0)) / records.length;
};

/** decide() for a thousand customers with the default playbook, beside copying the same record through JSON. */
export const benchDecide = async (): Promise<BenchResult> => {
  const random = seeded(20_261_204);
  const records = Array.from({ length: CUSTOMERS }, (_, n) => customer(n, random));
  const copy = perCustomer(records, (record) => JSON.parse(JSON.stringify(record)));
  const one = perCustomer(records, (record) => decide(record, defaultPlaybook, NOW));
  const perSecond = 1_000_000 / one;
  return {
    name: `decisions in a second on one core, ${defaultPlaybook.plays.length} plays`,
    figure: `${Math.floor(perSecond).toLocaleString('en')} (${one.toFixed(1)} µs each)`,
    baseline: `${copy.toFixed(1)} µs to copy the record through JSON`,
    ratio: `${(one / copy).toFixed(2)} ×`,
    target: `at least ${TARGET.toLocaleString('en')}`,
    met: perSecond >= TARGET,
  };
};
