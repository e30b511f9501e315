import { sql } from 'kysely';
import { type Check, note, ok, PUT_BACK, wrong } from '../types.ts';

/** What the database says of its own file. PostgreSQL has no such question; there the other checks read everything. */
export const engine: Check = {
  name: 'database',
  run: async ({ tx, kind }) => {
    if (kind === 'postgres')
      return [note('PostgreSQL looks after its files itself (pg_amcheck examines them)')];
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(5)`.execute(tx);
    const faults = rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    return faults.length === 0
      ? [ok('SQLite finds its file whole')]
      : faults.map((fault) => wrong(`SQLite finds its file damaged: ${fault}`, PUT_BACK));
  },
};
