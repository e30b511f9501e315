import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';

/** Scopes, teams, the filter of known customers, token ends, an audit trail, and the epoch beside the head. */
export const name = '0004-scopes';

export const up = async (db: Pick<Kysely<never>, 'schema'> & QueryExecutorProvider): Promise<void> => {
  const { schema } = db;
  await schema
    .alterTable('sync_stream')
    .addColumn('epoch', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('sync_stream')
    .addColumn('floor', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`
    update sync_stream set epoch = (select value from meta where key = 'epoch')
    where exists (select 1 from meta where key = 'epoch')
  `.execute(db);
  await sql`delete from meta where key = 'epoch'`.execute(db);

  await schema.alterTable('customers').addColumn('owner', 'text').execute();
  await schema.alterTable('customers').addColumn('team', 'text').execute();
  await schema
    .alterTable('customers')
    .addColumn('scope_seq', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('customers').addColumn('due', 'bigint').execute();
  await schema.alterTable('customers').addColumn('gone_at', 'bigint').execute();
  const has = (column: string) => sql<boolean>`${sql.ref(column)} is not null`;
  await schema
    .createIndex('customers_by_owner')
    .on('customers')
    .columns(['owner', 'id'])
    .where(has('owner'))
    .execute();
  await schema
    .createIndex('customers_by_team')
    .on('customers')
    .columns(['team', 'id'])
    .where(has('team'))
    .execute();
  await schema
    .createIndex('customers_by_due')
    .on('customers')
    .columns(['due', 'id'])
    .where(has('due'))
    .execute();
  await schema
    .createIndex('customers_by_scope_seq')
    .on('customers')
    .column('scope_seq')
    .where(sql<boolean>`scope_seq > 0`)
    .execute();
  await schema
    .createIndex('customers_gone')
    .on('customers')
    .column('gone_at')
    .where(has('gone_at'))
    .execute();
  // Folding anew writes owner, team and what is due into their columns.
  await sql`
    insert into refolds (customer_id) select id from customers where gone = 0
    on conflict do nothing
  `.execute(db);

  await schema
    .alterTable('members')
    .addColumn('teams', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();
  await schema.alterTable('devices').addColumn('token_until', 'bigint').execute();
  await schema.alterTable('devices').addColumn('next_hash', 'text').execute();
  await schema.alterTable('devices').addColumn('next_until', 'bigint').execute();
  await schema.createIndex('devices_by_next_hash').on('devices').column('next_hash').unique().execute();

  await schema
    .createTable('pins')
    .addColumn('client_id', 'text', (c) => c.notNull().references('clients.id'))
    .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('used_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('pins_key', ['client_id', 'customer_id'])
    .execute();
  await schema
    .createTable('known_hashes')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('customer_id', 'text', (c) => c.notNull().references('customers.id'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('known_hashes_by_version')
    .on('known_hashes')
    .columns(['version', 'hash'])
    .execute();
  await schema
    .createIndex('known_hashes_by_seq')
    .on('known_hashes')
    .columns(['version', 'seq', 'hash'])
    .execute();
  await schema
    .createTable('filter_shards')
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('shard', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('filter_shards_key', ['version', 'shard'])
    .execute();
  await schema
    .createTable('playbook_outcomes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('audit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text')
    .addColumn('device_id', 'text')
    .addColumn('customer_id', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('audit_by_age').on('audit').columns(['at', 'id']).execute();
  await schema.createIndex('audit_by_customer').on('audit').columns(['customer_id', 'at']).execute();
  await schema.createIndex('audit_by_member').on('audit').columns(['member_id', 'at', 'id']).execute();
  await schema.createIndex('audit_by_action').on('audit').columns(['action', 'at', 'id']).execute();
};
