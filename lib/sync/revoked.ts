import { resetCache } from '#lib/cache/cache.ts';
import type { CacheDb } from '#lib/cache/cache-db.ts';
import { parkAll } from '#lib/cache/client.ts';
import type { OutboxDeps } from '#lib/cache/outbox.ts';

/**
 * An admin has signed this device out: it forgets the customers, and what it had not sent is parked for the rep ([S28]). Rejects
 * when a database fails; the next contact says the same again.
 */
export const forgetAll = async ({ cache, outbox }: { cache: CacheDb; outbox: OutboxDeps }): Promise<void> => {
  await resetCache(cache);
  await parkAll(outbox);
};
