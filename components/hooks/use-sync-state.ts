import { useLiveQuery } from 'dexie-react-hooks';
import type { SyncState } from '#components/model.ts';
import { readProgress } from '#lib/cache/cache.ts';
import type { Dbs } from '#lib/cache/look-up.ts';
import type { OutboxRow } from '#lib/cache/outbox-db.ts';
import type { Settings } from '#lib/platform/settings.ts';
import { watchSyncStatus } from '#lib/platform/sync-status.ts';
import { useWatched } from './use-watched.ts';

const toParked = (row: OutboxRow) =>
  row.state === 'parked'
    ? [{ id: row.id, at: row.at, what: row.name, code: row.code, message: row.message }]
    : [];

/** How this device stands with the server, in one value: the runner's word, the outbox and the cache. */
export const useSyncState = (dbs: Dbs, settings: Settings | null): SyncState => {
  const status = useWatched(watchSyncStatus, null, []);
  const rows =
    useLiveQuery(() => dbs.outbox.mutations.where('state').anyOf('queued', 'parked').toArray(), [dbs]) ?? [];
  const cache = useLiveQuery(
    async () => ({ progress: await readProgress(dbs.cache), customers: await dbs.cache.customers.count() }),
    [dbs],
  );
  const progress = cache?.progress ?? null;
  const loading = settings?.connection && progress && progress.cursor === null;
  return {
    state: settings && !settings.connection ? 'unpaired' : (status?.state ?? 'syncing'),
    pending: rows.filter((row) => row.state === 'queued').length,
    parked: rows.flatMap(toParked),
    lastSyncAt: progress?.lastSyncAt ?? null,
    customers: cache?.customers ?? 0,
    progress: loading ? Math.min(1, (cache?.customers ?? 0) / Math.max(1, progress.expected)) : null,
    server: settings?.connection?.server ?? null,
    member: settings?.connection?.member.name ?? null,
  };
};
