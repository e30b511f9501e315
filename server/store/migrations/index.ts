import type { Kysely, QueryExecutorProvider } from 'kysely';
import * as first from './0001-first.ts';
import * as outcomes from './0002-outcomes.ts';
import * as lifecycle from './0003-lifecycle.ts';
import * as scopes from './0004-scopes.ts';
import * as reports from './0005-reports.ts';

export type Migration = {
  name: string;
  up: (db: Pick<Kysely<never>, 'schema'> & QueryExecutorProvider) => Promise<void>;
};

/** In order. A new one is a new file and one line here; an old one is never edited. */
export const migrations: readonly Migration[] = [first, outcomes, lifecycle, scopes, reports];
