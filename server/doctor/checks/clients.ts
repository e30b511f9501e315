import { sql } from 'kysely';
import { count } from '../../words.ts';
import { type Check, ok, some, wrong } from '../types.ts';

/**
 * What a device has settled has no gaps: its numbers go without a hole up to `lmid`. Those of more than 90 days ago are
 * forgotten, from the lowest on.
 */
export const clients: Check = {
  name: 'devices',
  run: async ({ tx }) => {
    const { rows } = await sql<{ id: string; lmid: number; least: number; most: number; n: number }>`
      select clients.id, clients.lmid,
        min(client_mutations.mid) as least, max(client_mutations.mid) as most, count(*) as n
      from clients join client_mutations on client_mutations.client_id = clients.id
      group by clients.id, clients.lmid
    `.execute(tx);
    const torn = rows.filter(
      (row) => Number(row.most) !== row.lmid || Number(row.most) - Number(row.least) + 1 !== Number(row.n),
    );
    if (torn.length > 0)
      return [
        wrong(
          `${count(torn.length, 'browser profile')} with a gap in what was settled: ${some(torn.map(({ id }) => id))}`,
          'Run npm run new-epoch: every device then sends again what it recorded in the last week.',
        ),
      ];
    return [ok(`${count(rows.length, 'browser profile')} without a gap in what was settled`)];
  },
};
