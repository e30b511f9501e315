import type { DecisionRecord } from '#lib/contract/decision.ts';
import type { Member } from '#lib/contract/sync.ts';
import { among } from '../store/among.ts';
import { insertMany } from '../store/bulk.ts';
import type { Store } from '../store/store.ts';
import type { Playbooks } from './playbooks.ts';
import { inSight, sightOf } from './sight.ts';

const COLUMNS = ['id', 'customer_id', 'at', 'body', 'playbook_version'] as const;

/**
 * Keeps decisions that somebody was shown, each once by its id, and never who it was. Those about customers whom the
 * member does not see are left out ([S74]).
 * @returns how many were new
 */
export const storeDecisions = (
  { store, playbooks }: { store: Store; playbooks: Playbooks },
  decisions: readonly DecisionRecord[],
  { member, now }: { member: Member; now: number },
): Promise<number> =>
  store.write(async (tx) => {
    const { byTeams } = await playbooks(tx);
    const ids = [...new Set(decisions.map(({ customer }) => customer))];
    const found = await tx
      .selectFrom('customers')
      .select('id')
      .where(among(store.kind, 'id', ids))
      .where('gone', '=', 0)
      .where(inSight(sightOf(member, byTeams)))
      .execute();
    const known = new Set(found.map(({ id }) => id));
    const rows = decisions
      .filter(({ customer }) => known.has(customer))
      .map((decision) => [
        decision.id,
        decision.customer,
        // A clock that is ahead must not keep a decision longer than is said.
        Math.min(decision.at, now),
        JSON.stringify(decision),
        decision.versions.playbook,
      ]);
    return (await insertMany({ tx, kind: store.kind }, 'decisions', COLUMNS, rows, 'ignore', ['id'])).length;
  });
