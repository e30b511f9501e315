import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lead, type Stage } from '#lib/platform/lead.ts';

/** Web Locks, as far as this needs them: a queue, stealing, and AbortError for whoever was robbed or gave up. */
const createLocks = (): Stage['locks'] => {
  type Holder = { rob: () => void };
  let holder: Holder | null = null;
  const queue: (() => void)[] = [];
  const aborted = () => new DOMException('', 'AbortError');
  const hold = async (work: LockGrantedCallback<unknown>): Promise<unknown> => {
    const robbed = Promise.withResolvers<never>();
    const me = { rob: () => robbed.reject(aborted()) };
    holder = me;
    try {
      return await Promise.race([work(null), robbed.promise]);
    } finally {
      if (holder === me) {
        holder = null;
        queue.shift()?.();
      }
    }
  };
  const request = async (
    _name: string,
    { signal, steal }: LockOptions,
    work: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    if (steal) {
      const before = holder;
      const mine = hold(work);
      before?.rob();
      return mine;
    }
    if (holder) {
      const turn = Promise.withResolvers<void>();
      queue.push(turn.resolve);
      signal?.addEventListener('abort', () => {
        queue.splice(queue.indexOf(turn.resolve), 1);
        turn.reject(aborted());
      });
      await turn.promise;
    }
    return hold(work);
  };
  return { request: request as Stage['locks']['request'] };
};

/** Pages of one browser. A page that is frozen hears nothing, says nothing, and its timers stand still. */
const createBrowser = () => {
  const locks = createLocks();
  const pages = new Set<{ frozen: boolean; ears: Set<() => void> }>();
  return {
    page: () => {
      const me = { frozen: false, ears: new Set<() => void>() };
      pages.add(me);
      const stage: Stage = {
        locks,
        say: () => {
          for (const other of pages)
            if (other !== me && !other.frozen && !me.frozen) for (const ear of other.ears) ear();
        },
        hear: (on, signal) => {
          me.ears.add(on);
          signal.addEventListener('abort', () => me.ears.delete(on));
        },
        every: (run, ms, signal) => {
          const timer = setInterval(() => me.frozen || run(), ms);
          signal.addEventListener('abort', () => clearInterval(timer));
        },
        now: () => Date.now(),
      };
      return { me, stage };
    },
  };
};

const running: string[] = [];
const over = new AbortController();
const open = (browser: ReturnType<typeof createBrowser>, name: string, patient = true) => {
  const { me, stage } = browser.page();
  const closed = new AbortController();
  const run = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      running.push(name);
      signal.addEventListener('abort', () => {
        running.splice(running.indexOf(name), 1);
        resolve();
      });
    });
  const ended = lead(run, AbortSignal.any([closed.signal, over.signal]), { patient, stage }).catch(() => {});
  return { me, ended, close: () => closed.abort() };
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  running.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

it('[S43] one page runs at a time, and the next takes over when it is closed', async () => {
  const browser = createBrowser();
  const panel = open(browser, 'panel');
  await pass(0);
  open(browser, 'options');
  await pass(60_000);
  expect(running).toEqual(['panel']);
  panel.close();
  await pass(0);
  expect(running).toEqual(['options']);
});

it('[S43] a page that froze loses its turn after 15 s; awake, it runs no more and queues again', async () => {
  const browser = createBrowser();
  const panel = open(browser, 'panel');
  await pass(0);
  panel.me.frozen = true;
  const options = open(browser, 'options');
  await pass(14_000);
  expect(running).toEqual(['panel']);
  await pass(6_000);
  expect(running).toEqual(['options']);
  panel.me.frozen = false;
  await pass(60_000);
  expect(running).toEqual(['options']);
  options.close();
  await pass(0);
  expect(running).toEqual(['panel']);
});

it('[S43] who slept through the signs of the holder does not take them for silence', async () => {
  const browser = createBrowser();
  open(browser, 'panel');
  await pass(0);
  const options = open(browser, 'options');
  options.me.frozen = true;
  await pass(120_000);
  options.me.frozen = false;
  await pass(60_000);
  expect(running).toEqual(['panel']);
});

it('[S43] the worker goes home at the first sign of a page, and takes over from a frozen one', async () => {
  const browser = createBrowser();
  const panel = open(browser, 'panel');
  await pass(0);
  const worker = open(browser, 'worker', false);
  await pass(5_000);
  await worker.ended;
  expect(running).toEqual(['panel']);
  panel.me.frozen = true;
  open(browser, 'worker again', false);
  await pass(20_000);
  expect(running).toEqual(['worker again']);
});

it('[S43] a fault of the run is told, and not taken for a robbery', async () => {
  const { stage } = createBrowser().page();
  const run = () => Promise.reject(new Error('broken'));
  await expect(lead(run, over.signal, { patient: true, stage })).rejects.toThrow('broken');
});
