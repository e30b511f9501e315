import { purgeAudit } from '../audit.ts';
import { purgeReports } from '../ingest/reports.ts';
import { among } from '../store/among.ts';
import type { Store } from '../store/store.ts';
import { STREAM } from '../store/workspace.ts';

const DAY = 86_400_000;
/** How long a device may be away and still learn what became of its mutations. */
export const RESULTS_KEPT = 90 * DAY;
/** How long decisions serve to find out whether the suggestions do any good. */
export const DECISIONS_KEPT = 180 * DAY;

/** How long it is known of customers who went away that they did. */
export const GONE_KEPT = 90 * DAY;
/** Customers who are forgotten in one transaction. */
const AT_ONCE = 200;

/** [S55] @returns how many were forgotten */
const forgetSome = (store: Store, before: number): Promise<number> =>
  store.write(async (tx) => {
    const gone = await tx
      .selectFrom('customers')
      .select(['id', 'seq'])
      .where('gone_at', '<', before)
      .where('gone', '=', 1)
      .orderBy('gone_at')
      .limit(AT_ONCE)
      .execute();
    if (gone.length === 0) return 0;
    const ids = gone.map(({ id }) => id);
    const theirs = among(store.kind, 'customer_id', ids);
    for (const table of ['pins', 'known_hashes', 'refolds', 'events', 'addresses', 'decisions'] as const)
      await tx.deleteFrom(table).where(theirs).execute();
    await tx
      .deleteFrom('customers')
      .where(among(store.kind, 'id', ids))
      .execute();
    const floor = Math.max(...gone.map(({ seq }) => seq));
    await tx
      .updateTable('sync_stream')
      .set({ floor })
      .where('id', '=', STREAM)
      .where('floor', '<', floor)
      .execute();
    return gone.length;
  });

/** Forgets for good who went away long ago. Devices that have not heard of it by then load anew. */
export const forgetGone = async (store: Store, now: number): Promise<number> => {
  let forgotten = 0;
  for (;;) {
    const some = await forgetSome(store, now - GONE_KEPT);
    forgotten += some;
    if (some < AT_ONCE) return forgotten;
  }
};

/** Forgets results, used pairing codes, rejected import rows and decisions that nobody will ask for any more. */
const forgetRest = (store: Store, now: number): Promise<void> =>
  store.write(async (tx) => {
    const before = now - RESULTS_KEPT;
    await tx.deleteFrom('mutations').where('settled_at', '<', before).execute();
    await tx.deleteFrom('client_mutations').where('settled_at', '<', before).execute();
    await tx.deleteFrom('pairings').where('expires_at', '<', before).execute();
    await tx
      .deleteFrom('decisions')
      .where('at', '<', now - DECISIONS_KEPT)
      .execute();
    const old = await tx
      .selectFrom('imports')
      .select(['file_hash', 'kind'])
      .where('finished_at', '<', before)
      .execute();
    for (const { file_hash, kind } of old) {
      await tx
        .deleteFrom('import_rejects')
        .where('file_hash', '=', file_hash)
        .where('kind', '=', kind)
        .execute();
      await tx.deleteFrom('imports').where('file_hash', '=', file_hash).where('kind', '=', kind).execute();
    }
  });

/** Forgets all that is too old. @param auditDays how long the trail is kept */
export const purge = async (store: Store, now: number, auditDays?: number): Promise<void> => {
  await forgetGone(store, now);
  await forgetRest(store, now);
  await purgeReports(store, now);
  await purgeAudit(store, now, auditDays);
};
