import { sql } from 'kysely';
import { count } from '../../words.ts';
import { type Check, type Exam, type Finding, ok, PUT_BACK, wrong } from '../types.ts';

/** Rows of `table` whose `column` names no row of `parent`. */
type Reference = { table: string; column: string; parent: string; key: string };

/** Also where the database holds it itself: a file that was damaged, or a dump put back half, may lack the parents. */
const references: readonly Reference[] = [
  { table: 'pairings', column: 'member_id', parent: 'members', key: 'id' },
  { table: 'devices', column: 'member_id', parent: 'members', key: 'id' },
  { table: 'clients', column: 'member_id', parent: 'members', key: 'id' },
  { table: 'client_mutations', column: 'client_id', parent: 'clients', key: 'id' },
  { table: 'addresses', column: 'customer_id', parent: 'customers', key: 'id' },
  { table: 'events', column: 'customer_id', parent: 'customers', key: 'id' },
  { table: 'refolds', column: 'customer_id', parent: 'customers', key: 'id' },
  { table: 'pins', column: 'client_id', parent: 'clients', key: 'id' },
  { table: 'pins', column: 'customer_id', parent: 'customers', key: 'id' },
  { table: 'known_hashes', column: 'customer_id', parent: 'customers', key: 'id' },
  { table: 'decisions', column: 'customer_id', parent: 'customers', key: 'id' },
];

const orphansOf = async ({ tx }: Exam, { table, column, parent, key }: Reference): Promise<Finding[]> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)} as child
    where not exists (
      select 1 from ${sql.table(parent)} as parent
      where ${sql.ref(`parent.${key}`)} = ${sql.ref(`child.${column}`)}
    )
  `.execute(tx);
  const n = Number(rows[0]?.n ?? 0);
  return n === 0
    ? []
    : [
        wrong(
          `${count(n, 'row')} of ${table} ${n === 1 ? 'belongs' : 'belong'} to no row of ${parent}`,
          PUT_BACK,
        ),
      ];
};

const answersOfNoEvent = async ({ tx }: Exam): Promise<Finding[]> => {
  const row = await tx
    .selectFrom('outcomes')
    .leftJoin('events', (join) =>
      join.onRef('events.source', '=', 'outcomes.source').onRef('events.id', '=', 'outcomes.id'),
    )
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('events.id', 'is', null)
    .executeTakeFirstOrThrow();
  const n = Number(row.n);
  return n === 0
    ? []
    : [wrong(`${count(n, 'answer')} about plays ${n === 1 ? 'belongs' : 'belong'} to no event`, PUT_BACK)];
};

export const orphans: Check = {
  name: 'references',
  run: async (exam) => {
    const found: Finding[] = [];
    for (const reference of references) found.push(...(await orphansOf(exam, reference)));
    found.push(...(await answersOfNoEvent(exam)));
    return found.length > 0 ? found : [ok('every row belongs to one that is there')];
  },
};
