import { setStage } from './measure.ts';

const MINUTE = 60;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** Slope of a line through the values, per step (least squares). */
const slope = (values: readonly number[]): number => {
  const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;
  const xs = values.map((_, at) => at);
  const [x, y] = [mean(xs), mean(values)];
  const top = values.reduce((sum, value, at) => sum + (at - x) * (value - y), 0);
  return top / xs.reduce((sum, at) => sum + (at - x) ** 2, 0);
};

/**
 * The heap of a busy page of 5,000 elements that opens another mail every two seconds, minute by minute, with the script and without:
 * what the page itself gathers is not ours.
 */
export const benchMemory = async (minutes: number): Promise<[string, boolean]> => {
  const heaps: Record<'nobody' | 'Suki', number[]> = { nobody: [], Suki: [] };
  for (const name of ['nobody', 'Suki'] as const) {
    const stage = await setStage(name);
    try {
      const page = await stage.open(5_000);
      for (let minute = 0; minute <= minutes; minute++) {
        heaps[name].push(await stage.heap(page));
        console.log(`${name}, minute ${minute} of ${minutes}: ${megabytes(heaps[name].at(-1) ?? 0)}`);
        if (minute < minutes) await page.evaluate(`live(100, 2000, ${MINUTE})`);
      }
    } finally {
      await stage.close();
    }
  }
  // The first minute fills caches on either side.
  const [alone, ours] = [slope(heaps.nobody.slice(1)), slope(heaps.Suki.slice(1))];
  return [
    `memory grows by ${megabytes(ours)} a minute with the script, ${megabytes(alone)} without (target: the same within 0.05 MB)`,
    ours - alone < 50_000,
  ];
};
