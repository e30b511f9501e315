import { purgeAudit } from '../audit.ts';
import type { Store } from '../store/store.ts';

const DAY = 86_400_000;
/** How long a device may be away and still learn what became of its mutations. */
export const RESULTS_KEPT = 90 * DAY;
/** How long decisions serve to find out whether the suggestions do any good. */
export const DECISIONS_KEPT = 180 * DAY;

/** Forgets results, used pairing codes, rejected import rows and decisions that nobody will ask for any more. */
export const purge = (store: Store, now: number, auditDays?: number): Promise<void> =>
  store.write(async (tx) => {
    await purgeAudit(tx, now, auditDays);
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
