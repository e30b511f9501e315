import { databaseUse, heapUse, openDevice, processMemory } from './browser.ts';
import type { Running } from './contestants.ts';

/** Times in ms, sizes in bytes. `peak`: of the page's own processes while it ran; null where the system does not tell. */
export type FirstSync = {
  first: number;
  total: number;
  count: number;
  heap: number;
  peak: number | null;
  disk: number;
};

/** So many customers should be usable before anybody has to wait. */
export const FIRST = 500;
const SAMPLE_MS = 500;

/** One new device, from an empty profile to all customers in its database. */
export const measureFirstSync = async (contestant: Running, customers: number): Promise<FirstSync> => {
  const device = await openDevice();
  let peak: number | null = null;
  try {
    const { page, browser } = device;
    await contestant.enter(page);
    await page.evaluate(`contestant.open(${JSON.stringify(contestant.nextToken())})`);
    const sampling = setInterval(() => {
      const used = processMemory(browser)?.renderers;
      if (used !== undefined) peak = Math.max(peak ?? 0, used);
    }, SAMPLE_MS);
    const wanted = Math.min(FIRST, customers);
    const measured = page.evaluate(`stopwatch.firstSync(${wanted})`).finally(() => clearInterval(sampling));
    const { first, total, count } = (await measured) as Pick<FirstSync, 'first' | 'total' | 'count'>;
    if (count !== customers)
      throw new Error(`${contestant.name} has ${count} of ${customers} customers after its first sync`);
    return { first, total, count, peak, heap: await heapUse(page), disk: databaseUse(device) };
  } finally {
    await device.close();
  }
};
