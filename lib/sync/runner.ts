import type { HelloAnswer } from '#lib/contract/sync.ts';
import { type CycleDeps, exchange, greet } from './cycle.ts';
import { readPokes } from './live.ts';
import { backoff, judge } from './retry.ts';
import type { SyncError } from './transport.ts';
import type { Waker } from './waker.ts';

export type SyncStatus =
  | { state: 'syncing' }
  | { state: 'online'; hello: HelloAnswer }
  | { state: 'offline'; error: SyncError; retryAt: number }
  | { state: 'signed-out' }
  | { state: 'upgrade-required' };

export type RunnerDeps = CycleDeps & {
  waker: Waker;
  random: () => number;
  onStatus: (status: SyncStatus) => void;
  signal: AbortSignal;
};

/** Longest pause between two tries, and between two exchanges that nothing asked for, while the panel is open. */
const CAP_MS = 60_000;
const HELLO_MS = 60_000;
/** A stream that ends sooner was probably cut by a proxy. */
const SHORT_STREAM_MS = 5_000;

/**
 * Keeps this device in step with the server until `signal` aborts, or until only a person can help (signed out,
 * too old). Wakes for a click, for a poke of the live stream, and once a minute.
 */
export const runSync = async (deps: RunnerDeps): Promise<void> => {
  const { signal, waker, now, onStatus } = deps;
  let attempt = 0;
  let hello: HelloAnswer | null = null;
  let greetedAt = 0;
  let live = false;
  let shortStreams = 0;

  const listen = async (): Promise<void> => {
    live = true;
    const stream = await deps.transport.live();
    const openedAt = now();
    if (stream.ok) {
      // What changed between the last pull and the opening of the stream was not poked.
      waker.wake();
      await readPokes(stream.value, waker.wake);
    }
    live = false;
    shortStreams = stream.ok && now() - openedAt > SHORT_STREAM_MS ? 0 : shortStreams + 1;
    if (!signal.aborted) waker.wakeIn(backoff(shortStreams, CAP_MS, 1));
  };

  /** Books a failure; false when the loop has to end. */
  const stumble = async (error: SyncError): Promise<boolean> => {
    hello = null;
    const verdict = judge(error, attempt, CAP_MS, deps.random());
    attempt += 1;
    switch (verdict.do) {
      case 'sign-in':
        onStatus({ state: 'signed-out' });
        return false;
      case 'upgrade':
        onStatus({ state: 'upgrade-required' });
        return false;
      case 'retry':
        onStatus({ state: 'offline', error, retryAt: now() + verdict.after });
        // A click may cut our own pause short, never the one that the server asked for.
        if (error.retryAfter === null) await waker.sleep(verdict.after, signal);
        else await waker.rest(verdict.after, signal);
        return true;
      case 'again':
        // Never in a tight loop.
        await waker.sleep(Math.min(CAP_MS, 250 * attempt), signal);
        return true;
    }
  };

  while (!signal.aborted) {
    if (!hello || now() - greetedAt > HELLO_MS) {
      const greeting = await greet(deps);
      if (signal.aborted) return;
      if (!greeting.ok) {
        if (await stumble(greeting.error)) continue;
        return;
      }
      hello = greeting.value;
      greetedAt = now();
      onStatus({ state: 'syncing' });
    }
    const done = await exchange(deps, hello);
    if (signal.aborted) return;
    if (!done.ok) {
      if (await stumble(done.error)) continue;
      return;
    }
    attempt = 0;
    onStatus({ state: 'online', hello });
    if (!live) void listen();
    await waker.sleep(CAP_MS, signal);
  }
};
