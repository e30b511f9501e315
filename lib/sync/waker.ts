/** One sleeper that can be woken early. A wake that comes while nobody sleeps is kept for the next sleep. */
export const createWaker = (setTimer: (run: () => void, ms: number) => () => void) => {
  let pending = false;
  let rouse: (() => void) | null = null;
  const wake = (): void => {
    pending = true;
    rouse?.();
  };
  const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        cancel();
        signal.removeEventListener('abort', done);
        rouse = null;
        pending = false;
        resolve();
      };
      const cancel = setTimer(done, ms);
      signal.addEventListener('abort', done);
      rouse = done;
      if (pending || signal.aborted) done();
    });
  /** Sleeps on through every wake, which is kept for the next sleep. */
  const rest = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = setTimer(done, ms);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  /** Wakes once, later, unless all is over by then. */
  const wakeIn = (ms: number, signal: AbortSignal): void => {
    const cancel = setTimer(wake, ms);
    signal.addEventListener('abort', cancel, { once: true });
  };
  return { wake, wakeIn, sleep, rest };
};
export type Waker = ReturnType<typeof createWaker>;
