import type { Playbook } from '#lib/contract/playbook.ts';
import type { StoreKind, Tx } from '../store/store.ts';

/** What one write transaction of the ingest needs to know. */
export type Ingest = {
  tx: Tx;
  kind: StoreKind;
  /** When the server received what it now writes. */
  now: number;
  playbook: Playbook | null;
};

/** Holds the rows of a query until the commit. SQLite has one writer at a time, so its rows are held anyway. */
export const locking = <Q extends { forUpdate: () => Q }>(kind: StoreKind, query: Q): Q =>
  kind === 'postgres' ? query.forUpdate() : query;

/** Where an event that a rep recorded by hand comes from. Imports may not use it. */
export const DEVICE_SOURCE = 'suki:device';

/** Splits so that no statement has more parameters than both engines take. */
export const chunks = <T>(items: readonly T[], size: number): T[][] => {
  const out: T[][] = [];
  for (let from = 0; from < items.length; from += size) out.push(items.slice(from, from + size));
  return out;
};
