import { z } from 'zod';
import { browser } from './browser.ts';

/** What the runner last said, for every open panel and options page. */
export const SyncStatusNote = z.object({
  state: z.enum(['syncing', 'online', 'offline', 'signed-out', 'upgrade-required']),
  at: z.number(),
});
export type SyncStatusNote = z.infer<typeof SyncStatusNote>;

const KEY = 'sync-status';
const parse = (stored: unknown): SyncStatusNote | null => SyncStatusNote.safeParse(stored).data ?? null;

export const writeSyncStatus = (note: SyncStatusNote): Promise<void> =>
  browser.storage.session.set({ [KEY]: note });

export const watchSyncStatus = (on: (note: SyncStatusNote | null) => void, signal: AbortSignal): void => {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[KEY]) on(parse(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
  void browser.storage.session.get(KEY).then((stored) => !signal.aborted && on(parse(stored[KEY])));
};
