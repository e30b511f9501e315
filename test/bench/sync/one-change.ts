import { setTimeout as sleep } from 'node:timers/promises';
import { type DeviceBrowser, openDevice } from './browser.ts';
import type { Running } from './contestants.ts';
import { addressOf, idOf } from './documents.ts';

const PATIENCE_MS = 30_000;
/** Nobody clicks at the beat of a drum: between two changes there is a pause of a random length. */
const PAUSE_MS = 600;

/** Two devices in step with one server, to see how long a change of the one takes to the other. */
export type Pair = {
  /** Milliseconds from the rep's action to the other rep's view. */
  change: (n: number) => Promise<number>;
  close: () => Promise<void>;
};

const openPage = async (contestant: Running): Promise<DeviceBrowser> => {
  const device = await openDevice();
  await contestant.enter(device.page);
  await device.page.evaluate(`contestant.open(${JSON.stringify(contestant.nextToken())})`);
  await device.page.evaluate('contestant.follow()');
  return device;
};

export const openPair = async (contestant: Running): Promise<Pair> => {
  const mine = await openPage(contestant);
  const theirs = await openPage(contestant);
  const when = (text: string): Promise<unknown> =>
    theirs.page.evaluate(`stopwatch.seen.get(${JSON.stringify(text)})`);
  return {
    change: async (n) => {
      const [id, address, text] = [idOf(n), addressOf(n), `change ${n}`].map((one) => JSON.stringify(one));
      await theirs.page.evaluate(`stopwatch.watch(${id}, ${address})`);
      await sleep(200 + Math.random() * PAUSE_MS);
      const began = Number(await mine.page.evaluate(`stopwatch.change(${id}, ${text})`));
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(20)) {
        const seen = await when(`change ${n}`);
        if (typeof seen === 'number') return seen - began;
      }
      throw new Error(`${contestant.name}: a change was not seen on the other device`);
    },
    close: async () => {
      await mine.close();
      await theirs.close();
    },
  };
};
