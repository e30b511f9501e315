import type { Contestant } from './contestant.ts';

/** The same clockwork around each contestant, in the page. Milliseconds. */
export type Stopwatch = {
  firstSync: (first: number) => Promise<{ first: number; total: number; count: number }>;
  watch: (id: string, address: string) => void;
  /** When each text was seen here, on the clock that all pages of this machine share. */
  seen: Map<string, number>;
  /** @returns when the rep began to act */
  change: (id: string, text: string) => Promise<number>;
};

declare const contestant: Contestant;

/** How often it is asked whether the first ones are there. */
const LOOK_MS = 25;
const seen = new Map<string, number>();
const sharedClock = () => performance.timeOrigin + performance.now();

const stopwatch: Stopwatch = {
  firstSync: async (first) => {
    const began = performance.now();
    let usable = Number.NaN;
    const look = async () => {
      while (Number.isNaN(usable)) {
        if ((await contestant.count()) >= first) usable = performance.now() - began;
        else await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    };
    const looking = look();
    const ended = (await contestant.firstSync()) ?? performance.now();
    await looking;
    return { first: usable, total: ended - began, count: await contestant.count() };
  },
  watch: (id, address) =>
    contestant.watch(id, address, (text) => {
      if (!seen.has(text)) seen.set(text, sharedClock());
    }),
  seen,
  change: async (id, text) => {
    const began = sharedClock();
    await contestant.change(id, text);
    return began;
  },
};

Object.assign(globalThis, { stopwatch });
