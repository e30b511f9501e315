import { useLiveQuery } from 'dexie-react-hooks';
import type { SyncState } from '#components/model.ts';
import { readProgress } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { readParked } from '#lib/cache/parked.ts';
import type { Settings } from '#lib/platform/settings.ts';
import { type SyncStatusNote, watchSyncStatus } from '#lib/platform/sync-status.ts';
import { useWatched } from './use-watched.ts';

/** The runner's word, unless this browser is not paired at all. */
const standing = (
  settings: Settings | null,
  status: SyncStatusNote | null,
): Pick<SyncState, 'state' | 'why' | 'since'> => {
  if (settings && !settings.connection)
    return settings.revokedAt === null
      ? { state: 'unpaired' }
      : { state: 'revoked', since: settings.revokedAt };
  if (!status) return { state: 'syncing' };
  const { state, why, since } = status;
  if (why === 'storage-full') return { state: why, since };
  return { state, since, ...(why !== null && { why }) };
};

/** How this device stands with the server, in one value: the runner's word, the outbox and the cache. */
export const useSyncState = (dbs: Dbs, settings: Settings | null): SyncState => {
  const status = useWatched(watchSyncStatus, null, []);
  const pending =
    useLiveQuery(() => dbs.outbox.mutations.where('state').equals('queued').count(), [dbs]) ?? 0;
  const parked = useLiveQuery(() => readParked(dbs), [dbs]) ?? [];
  const progress = useLiveQuery(() => readProgress(dbs.cache), [dbs]) ?? null;
  // Loading anew goes on behind what is shown, and is nobody's concern.
  const first = settings?.connection && progress?.lastSyncAt === null ? progress.load : null;
  return {
    ...standing(settings, status),
    pending,
    parked,
    lastSyncAt: progress?.lastSyncAt ?? null,
    customers: first?.loaded ?? progress?.customers ?? 0,
    progress: first ? Math.min(1, first.loaded / Math.max(1, progress?.expected ?? 1)) : null,
    memory: dbs.memory === true,
    server: settings?.connection?.server ?? null,
    member: settings?.connection?.member.name ?? null,
  };
};
