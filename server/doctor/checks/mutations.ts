import { sql } from 'kysely';
import { DEVICE_SOURCE } from '../../ingest/context.ts';
import { count } from '../../words.ts';
import { type Check, ok, PUT_BACK, some, wrong } from '../types.ts';

const RECORD = '%"mutation":"event.record"%';
const UNDO = '%"mutation":"event.undo"%';

/** Each event that a rep recorded is on file, but for as many as were undone: the trail has both, by customer. */
export const mutations: Check = {
  name: 'clicks',
  run: async ({ tx }) => {
    const { rows } = await sql<{ customer: string; recorded: number; missing: number; undone: number }>`
      select audit.customer_id as customer,
        sum(case when audit.detail like ${RECORD} then 1 else 0 end) as recorded,
        sum(case when audit.detail like ${RECORD} and events.id is null then 1 else 0 end) as missing,
        sum(case when audit.detail like ${UNDO} then 1 else 0 end) as undone
      from audit
      join customers on customers.id = audit.customer_id and customers.gone = 0
      left join events on events.source = ${DEVICE_SOURCE} and events.id = audit.id
      where audit.action = 'changed'
      group by audit.customer_id
    `.execute(tx);
    const lost = rows.filter(({ missing, undone }) => Number(missing) > Number(undone));
    if (lost.length > 0)
      return [
        wrong(
          `events that reps recorded are not on file, of ${count(lost.length, 'customer')}: ${some(lost.map(({ customer }) => customer))}`,
          PUT_BACK,
        ),
      ];
    const recorded = rows.reduce((sum, row) => sum + Number(row.recorded), 0);
    return [ok(`${count(recorded, 'recorded event')} of the trail: on file, or undone`)];
  },
};
