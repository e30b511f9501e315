import type { Kysely } from 'kysely';

/** The team's answers about plays, each with the stage that it counts for. */
export const name = '0002-outcomes';

export const up = async ({ schema }: Pick<Kysely<never>, 'schema'>): Promise<void> => {
  await schema
    .createTable('outcomes')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('play', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('helped', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('outcomes_key', ['source', 'id'])
    .execute();
};
