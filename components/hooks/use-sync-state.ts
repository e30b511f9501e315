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
  const loading = settings?.connection && progress && progress.cursor === null;
  return {
    ...standing(settings, status),
    pending,
    parked,
    lastSyncAt: progress?.lastSyncAt ?? null,
    customers: progress?.customers ?? 0,
    progress: loading ? Math.min(1, progress.customers / Math.max(1, progress.expected)) : null,
    server: settings?.connection?.server ?? null,
    member: settings?.connection?.member.name ?? null,
  };
};
