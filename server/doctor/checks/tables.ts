import { storedTables } from '../../backup/tables.ts';
import { migrationsOf } from '../../store/migrate.ts';
import { migrations } from '../../store/migrations/index.ts';
import { type Check, ok, PUT_BACK, wrong } from '../types.ts';

export const tables: Check = {
  name: 'version',
  run: async ({ tx }) => {
    const applied = await migrationsOf(tx);
    const known = migrations.map(({ name }) => name);
    const foreign = applied.filter((name) => !known.includes(name));
    const due = known.filter((name) => !applied.includes(name));
    if (foreign.length > 0)
      return [
        wrong(`a newer Suki has written here (${foreign.join(', ')})`, 'Use that version or a later one.'),
      ];
    if (due.length > 0)
      return [
        wrong(`the tables lack ${due.join(', ')}`, 'Start the server once: it brings them up to date.'),
      ];
    const there = (await tx.introspection.getTables()).map(({ name }) => name);
    const missing = storedTables.filter((name) => !there.includes(name));
    if (missing.length > 0)
      return [
        wrong(
          `of the tables of this version ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
          PUT_BACK,
        ),
      ];
    return [ok(`the tables are those of this version (${applied.at(-1) ?? 'none'})`)];
  },
};
