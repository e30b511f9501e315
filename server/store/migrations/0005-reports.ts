import type { Kysely, QueryExecutorProvider } from 'kysely';

/** Pages on which the detection was wrong or found nobody, as reps report them, and how many there were on each day. */
export const name = '0005-reports';

export const up = async ({
  schema,
}: Pick<Kysely<never>, 'schema'> & QueryExecutorProvider): Promise<void> => {
  await schema
    .createTable('reports')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('extension', 'text', (c) => c.notNull())
    .addColumn('browser', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('reports_by_age').on('reports').columns(['at', 'id']).execute();
  await schema
    .createTable('report_counts')
    .addColumn('day', 'bigint', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('n', 'bigint', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_counts_key', ['day', 'host', 'version', 'code'])
    .execute();
};
