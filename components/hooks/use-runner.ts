import { liveQuery } from 'dexie';
import { useEffect } from 'react';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { Settings } from '#lib/platform/settings.ts';
import { cycleDeps, SYNC_LOCK } from '#lib/platform/sync-deps.ts';
import { writeSyncStatus } from '#lib/platform/sync-status.ts';
import { runSync } from '#lib/sync/runner.ts';
import { createWaker } from '#lib/sync/waker.ts';

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * While this page is open it keeps the device in step with the server. One page at a time does; the next one
 * waits for the lock and takes over when the first closes.
 */
export const useRunner = (dbs: Dbs, connection: Settings['connection']): void => {
  const server = connection?.server;
  const token = connection?.token;
  useEffect(() => {
    if (!server || !token) return;
    const controller = new AbortController();
    const { signal } = controller;
    const waker = createWaker(setTimer);
    window.addEventListener('online', waker.wake, { signal });
    // A click in any page of the extension wakes the runner at once.
    const clicks = liveQuery(() => dbs.outbox.mutations.where('state').equals('queued').count()).subscribe(
      (n) => n > 0 && waker.wake(),
    );
    signal.addEventListener('abort', () => clicks.unsubscribe());
    const run = () =>
      runSync({
        ...cycleDeps(dbs, { server, token }, signal),
        waker,
        signal,
        random: Math.random,
        onStatus: ({ state }) => void writeSyncStatus({ state, at: Date.now() }),
      });
    navigator.locks.request(SYNC_LOCK, { signal }, run).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    return () => controller.abort();
  }, [dbs, server, token]);
};
