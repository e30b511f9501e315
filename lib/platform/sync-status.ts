import { z } from 'zod';
import { stored } from './stored.ts';

/** What the runner last said, for every open panel and options page. */
export const SyncStatusNote = z.object({
  state: z.enum(['syncing', 'online', 'offline', 'signed-out', 'upgrade-required']),
  at: z.number(),
});
export type SyncStatusNote = z.infer<typeof SyncStatusNote>;

const status = stored('session', 'sync-status', (value) => SyncStatusNote.safeParse(value).data ?? null);
export const { write: writeSyncStatus, watch: watchSyncStatus } = status;
