import { createVigil, SIGN_MS } from '#lib/sync/vigil.ts';

/** The browser's part in who runs the sync ([S43]); tests give their own. */
export type Stage = {
  locks: Pick<LockManager, 'request'>;
  /** Tells the other pages that this one is at work. */
  say: () => void;
  /** Calls `on` at each sign of another page, until the signal aborts. */
  hear: (on: () => void, signal: AbortSignal) => void;
  every: (run: () => void, ms: number, signal: AbortSignal) => void;
  now: () => number;
};

/** One runner at a time in the whole browser: this only saves work, the protocol needs no lock. */
const LOCK = 'suki-sync';

export const browserStage: Stage = {
  locks: navigator.locks,
  say: () => {
    const channel = new BroadcastChannel(LOCK);
    channel.postMessage(null);
    channel.close();
  },
  hear: (on, signal) => {
    const channel = new BroadcastChannel(LOCK);
    channel.onmessage = on;
    signal.addEventListener('abort', () => channel.close());
  },
  every: (run, ms, signal) => {
    const timer = setInterval(run, ms);
    signal.addEventListener('abort', () => clearInterval(timer));
  },
  now: () => Date.now(),
};

type Turn = 'done' | 'robbed' | 'silent' | 'left';

/** Runs while it has the lock. `onHeld` is called when it has got it. */
const hold = async (
  stage: Stage,
  run: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  options: LockOptions,
  onHeld: () => void,
): Promise<'done' | 'robbed'> => {
  const life = new AbortController();
  const mine = AbortSignal.any([signal, life.signal]);
  let running: Promise<void> | null = null;
  try {
    await stage.locks.request(LOCK, options, () => {
      onHeld();
      stage.say();
      stage.every(stage.say, SIGN_MS, mine);
      running = run(mine);
      return running;
    });
    return 'done';
  } catch (error) {
    // Never got it, or a fault of the run itself: not ours to judge.
    if (!(error instanceof DOMException) || error.name !== 'AbortError' || running === null) throw error;
    life.abort();
    await running;
    return 'robbed';
  } finally {
    life.abort();
  }
};

/** Waits for the lock, or for the silence of its holder. */
const takeTurn = async (
  stage: Stage,
  run: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  patient: boolean,
): Promise<Turn> => {
  const waiting = new AbortController();
  let found: 'silent' | 'left' | null = null;
  const vigil = createVigil(stage.now());
  const leave = (why: 'silent' | 'left') => {
    found = why;
    waiting.abort();
  };
  stage.hear(() => (patient ? vigil.sign(stage.now()) : leave('left')), waiting.signal);
  stage.every(() => vigil.look(stage.now()) && leave('silent'), SIGN_MS, waiting.signal);
  const until = AbortSignal.any([signal, waiting.signal]);
  try {
    return await hold(stage, run, signal, { signal: until }, () => waiting.abort());
  } catch (error) {
    if (found === null) throw error;
    return found;
  } finally {
    waiting.abort();
  }
};

/**
 * Runs `run` as the only one in the browser, once it is this page's turn, and again after another page has taken the lock from it
 * meanwhile (this one was frozen, say); `run` has to end when its signal aborts. Whoever is not `patient` goes home at the first
 * sign of another at work. Rejects with the reason of `signal`, or of `run`.
 */
export const lead = async (
  run: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  { patient, stage = browserStage }: { patient: boolean; stage?: Stage },
): Promise<void> => {
  for (;;) {
    const turn = await takeTurn(stage, run, signal, patient);
    if (turn === 'done' || turn === 'left') return;
    if (turn === 'silent') {
      const held = await hold(stage, run, signal, { steal: true }, () => {});
      if (held === 'done') return;
    }
    signal.throwIfAborted();
  }
};
