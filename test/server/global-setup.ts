import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The maintenance database of the PostgreSQL of this run. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for all server tests of a run. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startPostgres();
  project.provide('postgresUrl', cluster.url('postgres'));
  return cluster.stop;
};
