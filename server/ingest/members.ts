import { among } from '../store/among.ts';
import type { Ingest } from './context.ts';

/** Which of these names are colleagues here, whether they have a device today or not. */
export const membersAmong = async ({ tx, kind }: Ingest, names: readonly string[]): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('members')
    .select('name')
    .where(among(kind, 'name', names))
    .execute();
  return new Set(rows.map(({ name }) => name));
};
