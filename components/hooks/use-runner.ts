import { liveQuery } from 'dexie';
import { useEffect } from 'react';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { HelloAnswer } from '#lib/contract/sync.ts';
import { readSettings, type Settings, writeSettings } from '#lib/platform/settings.ts';
import { cycleDeps, SYNC_LOCK } from '#lib/platform/sync-deps.ts';
import { writeSyncStatus } from '#lib/platform/sync-status.ts';
import { runSync } from '#lib/sync/runner.ts';
import { createWaker } from '#lib/sync/waker.ts';

/** How long a page that was just opened has to itself. */
const PAINT_FIRST_MS = 300;

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Names and roles can change on the server; the settings say what it said last. */
const rememberWho = async ({ member, workspace }: HelloAnswer): Promise<void> => {
  const { connection } = await readSettings();
  if (!connection) return;
  const next = { ...connection, member, workspace: workspace.name };
  if (JSON.stringify(next) !== JSON.stringify(connection)) await writeSettings({ connection: next });
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
    // Whoever looks at the panel again should not wait for the next try.
    for (const type of ['online', 'focus']) window.addEventListener(type, waker.wake, { signal });
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
        onStatus: (status) => {
          void writeSyncStatus({ state: status.state, at: Date.now() });
          if (status.state === 'online') void rememberWho(status.hello);
        },
      });
    const start = () =>
      navigator.locks.request(SYNC_LOCK, { signal }, run).catch(() => {
        // Another page has taken the lock from us (it was frozen, say): what is shown must not stay at "saved".
        if (!signal.aborted) void writeSyncStatus({ state: 'offline', at: Date.now() });
      });
    // First the customer, from the cache; then the network.
    const cancel = setTimer(() => void start(), PAINT_FIRST_MS);
    signal.addEventListener('abort', cancel);
    return () => controller.abort();
  }, [dbs, server, token]);
};
