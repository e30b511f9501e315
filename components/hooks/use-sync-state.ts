import { useLiveQuery } from 'dexie-react-hooks';
import type { SyncState } from '#components/model.ts';
import { readProgress } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import { readParked } from '#lib/cache/parked.ts';
import type { Settings } from '#lib/platform/settings.ts';
import { watchSyncStatus } from '#lib/platform/sync-status.ts';
import { useWatched } from './use-watched.ts';

/** How this device stands with the server, in one value: the runner's word, the outbox and the cache. */
export const useSyncState = (dbs: Dbs, settings: Settings | null): SyncState => {
  const status = useWatched(watchSyncStatus, null, []);
  const pending =
    useLiveQuery(() => dbs.outbox.mutations.where('state').equals('queued').count(), [dbs]) ?? 0;
  const parked = useLiveQuery(() => readParked(dbs), [dbs]) ?? [];
  const cache = useLiveQuery(
    async () => ({ progress: await readProgress(dbs.cache), customers: await dbs.cache.customers.count() }),
    [dbs],
  );
  const progress = cache?.progress ?? null;
  const loading = settings?.connection && progress && progress.cursor === null;
  return {
    state: settings && !settings.connection ? 'unpaired' : (status?.state ?? 'syncing'),
    pending,
    parked,
    lastSyncAt: progress?.lastSyncAt ?? null,
    customers: cache?.customers ?? 0,
    progress: loading ? Math.min(1, (cache?.customers ?? 0) / Math.max(1, progress.expected)) : null,
    server: settings?.connection?.server ?? null,
    member: settings?.connection?.member.name ?? null,
  };
};
