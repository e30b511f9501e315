import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';

/** Versions of the playbook, decisions that were shown, and who called a play a bad idea. */
export const name = '0003-lifecycle';

export const up = async (db: Pick<Kysely<never>, 'schema'> & QueryExecutorProvider): Promise<void> => {
  const { schema } = db;
  await schema
    .createTable('playbook_versions')
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by_name', 'text')
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('plays', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('decisions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('customer_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('playbook_version', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('decisions_by_age').on('decisions').column('at').execute();
  await schema.createIndex('decisions_by_customer').on('decisions').column('customer_id').execute();
  await schema
    .alterTable('outcomes')
    .addColumn('bad', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('outcomes').addColumn('critic', 'text').execute();
  // Of dismissals only those of a bad idea were ever counted.
  await sql`
    update outcomes set bad = 1, critic = (
      select by_name from events
      where events.source = outcomes.source and events.id = outcomes.id
    )
    where exists (
      select 1 from events
      where events.source = outcomes.source and events.id = outcomes.id and type = 'Action Dismissed'
    )
  `.execute(db);
  await schema
    .createIndex('dismissals_by_age')
    .on('events')
    .column('at')
    .where(sql.ref('type'), '=', 'Action Dismissed')
    .execute();
};
