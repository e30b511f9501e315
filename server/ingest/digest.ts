import { digestOf } from '#lib/contract/digest.ts';
import type { Store } from '../store/store.ts';
import type { Playbooks } from './playbooks.ts';
import type { Asker, Scopes } from './scopes.ts';
import { inSight } from './sight.ts';

/**
 * [S38] The sum over what a device follows: everybody whom the member sees; where the scopes do not hold all of those, the
 * member's own and those whom the client has looked up. Who is there only for having changed lately is not in it: when they
 * leave is up to the device.
 */
export const readDigest = (
  { store, playbooks, scopes }: { store: Store; playbooks: Playbooks; scopes: Scopes },
  { member, clientId }: Asker,
): Promise<{ epoch: string; cursor: string; count: number; xor: string }> =>
  store.read(async (tx) => {
    const here = await playbooks(tx);
    const { sight, whole } = await scopes.greet(tx, here, { member, clientId });
    let query = tx.selectFrom('customers').select(['id', 'seq']).where('gone', '=', 0).where(inSight(sight));
    if (!whole) {
      const pinned = tx.selectFrom('pins').select('customer_id').where('client_id', '=', clientId);
      query = query.where((e) => e.or([e('owner', '=', member.id), e('id', 'in', pinned)]));
    }
    const rows = await query.execute();
    const sum = digestOf(rows.map((row) => ({ id: row.id, seq: String(row.seq) })));
    return { epoch: here.epoch, cursor: String(here.head), ...sum };
  });
