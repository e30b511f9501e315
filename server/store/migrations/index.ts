import type { Kysely } from 'kysely';
import * as first from './0001-first.ts';
import * as outcomes from './0002-outcomes.ts';

export type Migration = { name: string; up: (db: Pick<Kysely<never>, 'schema'>) => Promise<void> };

/** In order. A new one is a new file and one line here; an old one is never edited. */
export const migrations: readonly Migration[] = [first, outcomes];
