import type { HelloAnswer } from '#lib/contract/sync.ts';
import { type CycleDeps, type Exchanged, exchange, greet } from './cycle.ts';
import { createLive } from './live.ts';
import { CAP, judge } from './retry.ts';
import type { SyncError } from './transport.ts';
import type { Waker } from './waker.ts';

export type SyncStatus =
  | { state: 'syncing' }
  | { state: 'online'; hello: HelloAnswer }
  | { state: 'offline'; error: SyncError; retryAt: number }
  | { state: 'signed-out' }
  | { state: 'revoked' }
  | { state: 'upgrade-required' };

export type RunnerDeps = CycleDeps & {
  waker: Waker;
  random: () => number;
  onStatus: (status: SyncStatus) => void;
  /** Until when a server has asked to be left alone, before this began. */
  restUntil?: number;
  signal: AbortSignal;
};

const HELLO_MS = 60_000;
/** How long the server holds a pull that has nothing to say, where there is no stream ([S42]). */
const WAIT_MS = 25_000;
/** One that is answered sooner, and with nothing, was not held: such a server is asked no more often than this. */
const UNHELD_MS = 5_000;

/**
 * Keeps this device in step with the server until `signal` aborts, or until only a person can help (signed out,
 * too old). Wakes for a click, for a poke of the live stream, and once a minute. What it has opened ends with it.
 */
export const runSync = async (deps: RunnerDeps): Promise<void> => {
  const life = new AbortController();
  const signal = AbortSignal.any([deps.signal, life.signal]);
  // Whoever lost the lock has nothing to say any more ([S43]).
  const onStatus = (status: SyncStatus) => {
    if (!signal.aborted) deps.onStatus(status);
  };
  try {
    await keepInStep({ ...deps, signal, onStatus });
  } finally {
    life.abort();
  }
};

const keepInStep = async (deps: RunnerDeps): Promise<void> => {
  const { signal, waker, now, onStatus, restUntil = 0 } = deps;
  const live = createLive(deps);
  let attempt = 0;
  let hello: HelloAnswer | null = null;
  let greetedAt = 0;

  /** Books a failure; false when the loop has to end. */
  const stumble = async (error: SyncError): Promise<boolean> => {
    hello = null;
    const verdict = judge(error, attempt, CAP.open, deps.random());
    attempt += 1;
    switch (verdict.do) {
      case 'sign-in':
        onStatus({ state: 'signed-out' });
        return false;
      case 'revoked':
        onStatus({ state: 'revoked' });
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
        await waker.sleep(Math.min(CAP.open, 250 * attempt), signal);
        return true;
    }
  };

  /** An exchange whose pull waits for a change. A click ends the waiting, so that its push goes at once. */
  const waitInPull = async (known: HelloAnswer): Promise<Exchanged> => {
    const over = new AbortController();
    const woken = waker.sleep(2 * WAIT_MS, AbortSignal.any([signal, over.signal])).then(() => over.abort());
    const { transport } = deps;
    const pull: typeof transport.pull = (body) => transport.pull({ ...body, wait: WAIT_MS }, over.signal);
    const askedAt = now();
    const done = await exchange({ ...deps, transport: { ...transport, pull } }, known);
    const unheld = done.ok && done.pushed + done.changed === 0 && now() - askedAt < UNHELD_MS;
    const cut = over.signal.aborted;
    over.abort();
    await woken;
    if (unheld && !cut) await waker.sleep(UNHELD_MS, signal);
    return !done.ok && cut ? { ok: true, pushed: 0, changed: 0 } : done;
  };

  if (restUntil > now()) await waker.rest(restUntil - now(), signal);
  while (!signal.aborted) {
    const ended = live.hasEnded();
    let waits = live.isPolling();
    if (!hello || ended || now() - greetedAt > HELLO_MS) {
      const greeting = await greet(deps);
      if (signal.aborted) return;
      if (!greeting.ok) {
        if (await stumble(greeting.error)) continue;
        return;
      }
      // What was just met again is first looked at, then waited for.
      waits &&= hello !== null;
      hello = greeting.value;
      greetedAt = now();
      if (!waits) onStatus({ state: 'syncing' });
    }
    const done = await (waits ? waitInPull(hello) : exchange(deps, hello));
    if (signal.aborted) return;
    if (!done.ok) {
      if (await stumble(done.error)) continue;
      return;
    }
    attempt = 0;
    onStatus({ state: 'online', hello });
    live.keep();
    if (!live.isPolling()) await waker.sleep(CAP.open, signal);
  }
};
