import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { History } from '#lib/lifecycle/value/bg-nbd.ts';
import { root } from '../run.ts';

const DAY = 86_400_000;
const CALIBRATED_UNTIL = Date.UTC(1997, 8, 30);

const read = (name: string): string => readFileSync(join(root, 'test/data/cdnow', name), 'utf8').trim();
const cells = (name: string): string[][] =>
  read(name)
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));
const at = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)));

/** A customer of the published summary: repeats until 30 September 1997, weeks, and the mean of the repeats. */
export type Summary = History & { mean: number };
export const summaries = (): Summary[] =>
  cells('summaries.csv').map((row) => {
    const [, x = 0, tx = 0, T = 0, mean = 0] = row.map(Number);
    return { x, tx, T, mean };
  });

/** A customer as their purchases tell it: repeat days in the calibration, weeks, and repeat days in the 39 weeks after. */
export type Shopper = History & {
  later: number;
  /** Until the end of the file: days since the last purchase, days with one, dollars. */
  recency: number;
  days: number;
  spent: number;
};

/** The customers of the file of purchases, in its order. Several purchases on one day are one, as in the paper. */
export const shoppers = (): Shopper[] => {
  const lines = read('purchases.txt')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const end = Math.max(...lines.map(([, , day = '']) => at(day)));
  return [...Map.groupBy(lines, ([, customer]) => customer).values()].map((own) => {
    const days = [...new Set(own.map(([, , day = '']) => at(day)))].sort((a, b) => a - b);
    const [first = 0] = days;
    const repeats = days.slice(1).filter((day) => day <= CALIBRATED_UNTIL);
    return {
      x: repeats.length,
      tx: ((repeats.at(-1) ?? first) - first) / DAY / 7,
      T: (CALIBRATED_UNTIL - first) / DAY / 7,
      later: days.length - 1 - repeats.length,
      recency: (end - (days.at(-1) ?? end)) / DAY,
      days: days.length,
      spent: own.reduce((sum, [, , , , dollars]) => sum + Number(dollars), 0),
    };
  });
};

/** The first forty customers with their quintile scores. */
export const goldenRfm = (): { recency: number; frequency: number; monetary: number }[] =>
  cells('rfm-first-40.csv').map((row) => {
    const [, , , , recency = 0, frequency = 0, monetary = 0] = row.map(Number);
    return { recency, frequency, monetary };
  });
