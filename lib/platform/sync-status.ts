import { z } from 'zod';
import type { Pause } from '#lib/sync/pause.ts';
import type { SyncStatus } from '#lib/sync/runner.ts';
import { stored } from './stored.ts';

/** Why this device is offline, as far as that helps the rep. */
const Why = z.enum(['network', 'busy', 'server', 'storage', 'storage-full']);
export type Why = z.infer<typeof Why>;

/** What the runner last said, for every open panel and options page. */
export const SyncStatusNote = z.object({
  state: z.enum(['syncing', 'online', 'offline', 'signed-out', 'revoked', 'upgrade-required']),
  /** Since when it is so. */
  since: z.number(),
  why: Why.nullable(),
});
export type SyncStatusNote = z.infer<typeof SyncStatusNote>;

const whyOf = (status: SyncStatus): Why | null => {
  if (status.state !== 'offline') return null;
  switch (status.error.code) {
    case 'network':
    case 'storage':
    case 'storage-full':
      return status.error.code;
    case 'busy':
    case 'too-many':
      return 'busy';
    default:
      return 'server';
  }
};

/** What to note of this status: how it is, why, and since when; a state that goes on keeps its beginning. */
export const noteOf = (status: SyncStatus, before: SyncStatusNote | null, now: number): SyncStatusNote => ({
  state: status.state,
  why: whyOf(status),
  since: before?.state === status.state ? before.since : now,
});

const note = stored('session', 'sync-status', (value) => SyncStatusNote.safeParse(value).data ?? null);
export const { read: readSyncStatus, write: writeSyncStatus, watch: watchSyncStatus } = note;

const StoredPause = z.object({
  at: z.number(),
  until: z.number(),
  attempt: z.number().int(),
  asked: z.boolean(),
});
const pause = stored(
  'local',
  'sync-pause',
  (value): Pause | null => StoredPause.safeParse(value).data ?? null,
);
/** The pause that outlives the background worker ([S22]). */
export const { read: readPause, write: writePause, remove: endPause } = pause;
