import { liveQuery } from 'dexie';
import { useEffect } from 'react';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { HelloAnswer } from '#lib/contract/sync.ts';
import { lead } from '#lib/platform/lead.ts';
import { readSettings, type Settings, writeSettings } from '#lib/platform/settings.ts';
import { cycleDeps } from '#lib/platform/sync-deps.ts';
import {
  endPause,
  noteOf,
  readPause,
  readSyncStatus,
  writePause,
  writeSyncStatus,
} from '#lib/platform/sync-status.ts';
import { isOver } from '#lib/sync/pause.ts';
import { runSync, type SyncStatus } from '#lib/sync/runner.ts';
import { createWaker, type Waker } from '#lib/sync/waker.ts';

/** How long a page that was just opened has to itself. */
const PAINT_FIRST_MS = 300;

const setTimer = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Names and roles can change on the server; the settings say what it said last. */
const rememberWho = ({ member, workspace }: HelloAnswer, device: string): Promise<void> =>
  writeSettings(({ connection }) => {
    if (connection?.device !== device) return {};
    const next = { ...connection, member, workspace: workspace.name };
    return JSON.stringify(next) === JSON.stringify(connection) ? {} : { connection: next };
  });

/** Keeps what the runner says where every page sees it, and what a server asked for where the worker does ([S22]). */
const createNotes = async (device: string) => {
  let last = await readSyncStatus();
  return (status: SyncStatus): void => {
    const now = Date.now();
    last = noteOf(status, last, now);
    void writeSyncStatus(last);
    if (status.state === 'online') {
      void endPause();
      void rememberWho(status.hello, device);
    }
    if (status.state === 'offline' && status.error.retryAfter !== null)
      void writePause({ at: now, until: status.retryAt, attempt: 0, asked: true });
  };
};

/** One runner's life, with the token as it is stored now: another page may have renewed it. */
const runWith = async (dbs: Dbs, device: string, waker: Waker, signal: AbortSignal): Promise<void> => {
  const [{ connection }, pause, onStatus] = await Promise.all([
    readSettings(),
    readPause(),
    createNotes(device),
  ]);
  if (connection?.device !== device) return;
  const asked = pause?.asked === true && !isOver(pause, Date.now());
  await runSync({
    ...cycleDeps(dbs, connection, signal),
    ...(asked && { restUntil: pause.until }),
    ...{ waker, signal, onStatus, random: Math.random },
  });
};

/**
 * While this page is open it keeps the device in step with the server. One page at a time does; the next one
 * waits for the lock and takes over when the first closes, or has frozen.
 */
export const useRunner = (dbs: Dbs, connection: Settings['connection']): void => {
  const server = connection?.server;
  const device = connection?.device;
  useEffect(() => {
    if (!server || !device) return;
    const controller = new AbortController();
    const { signal } = controller;
    const waker = createWaker(setTimer);
    // Whoever looks at the panel again should not wait for the next try.
    for (const type of ['online', 'focus']) window.addEventListener(type, waker.wake, { signal });
    // A click in any page of the extension wakes the runner at once.
    const clicks = liveQuery(() => dbs.outbox.mutations.where('state').equals('queued').count()).subscribe({
      next: (n) => n > 0 && waker.wake(),
      // Told where the databases are asked for something to show.
      error: () => {},
    });
    signal.addEventListener('abort', () => clicks.unsubscribe());
    const start = () =>
      lead((mine) => runWith(dbs, device, waker, mine), signal, { patient: true }).catch((error: unknown) => {
        if (!signal.aborted) console.error('suki:', error);
      });
    // First the customer, from the cache; then the network.
    const cancel = setTimer(() => void start(), PAINT_FIRST_MS);
    signal.addEventListener('abort', cancel);
    return () => controller.abort();
  }, [dbs, server, device]);
};
