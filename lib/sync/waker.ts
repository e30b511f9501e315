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
  /** Wakes once, later. */
  const wakeIn = (ms: number): void => {
    setTimer(wake, ms);
  };
  return { wake, wakeIn, sleep, rest };
};
export type Waker = ReturnType<typeof createWaker>;
