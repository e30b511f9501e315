import { z } from 'zod';
import type { Tx } from '../../store/store.ts';
import { STREAM } from '../../store/workspace.ts';
import { count } from '../../words.ts';
import { type Check, type Finding, ok, PUT_BACK, wrong } from '../types.ts';

/** The highest number that anything was written under, by what it is. */
const highest = async (tx: Tx): Promise<{ what: string; seq: number }[]> => {
  const customers = await tx
    .selectFrom('customers')
    .select((e) => [e.fn.max('seq').as('seq'), e.fn.max('scope_seq').as('scope')])
    .executeTakeFirst();
  const max = async (table: 'playbooks' | 'playbook_outcomes' | 'known_hashes') => {
    const row = await tx
      .selectFrom(table)
      .select((e) => e.fn.max('seq').as('seq'))
      .executeTakeFirst();
    return Number(row?.seq ?? 0);
  };
  return [
    { what: 'a customer', seq: Number(customers?.seq ?? 0) },
    { what: 'the scope of a customer', seq: Number(customers?.scope ?? 0) },
    { what: 'the playbook', seq: await max('playbooks') },
    { what: 'what is counted of the playbook', seq: await max('playbook_outcomes') },
    { what: 'the filter', seq: await max('known_hashes') },
  ];
};

const raise = (seq: number): string =>
  `Set it in the database (update sync_stream set head = ${seq}), then run npm run new-epoch: devices load anew.`;

export const history: Check = {
  name: 'history',
  run: async ({ tx }) => {
    const rows = await tx.selectFrom('sync_stream').selectAll().execute();
    const [stream, ...more] = rows;
    if (!stream || more.length > 0 || stream.id !== STREAM)
      return [wrong(`there is not one counter, but ${rows.length}`, PUT_BACK)];
    const found: Finding[] = [];
    if (!z.uuid().safeParse(stream.epoch).success)
      found.push(wrong('the history has no epoch', 'npm run new-epoch gives it one.'));
    if (stream.floor > stream.head)
      found.push(wrong(`the floor ${stream.floor} is above the head ${stream.head}`, PUT_BACK));
    for (const { what, seq } of await highest(tx))
      if (seq > stream.head)
        found.push(wrong(`the number of ${what}, ${seq}, is above the head, ${stream.head}`, raise(seq)));
    return found.length > 0
      ? found
      : [ok(`${count(stream.head, 'change')}, one epoch, no number above the head`)];
  },
};
