import type { Playbook } from '#lib/contract/playbook.ts';
import type { Store, StoreKind, Tx } from '../store/store.ts';
import { takeNumber } from '../store/workspace.ts';
import type { Playbooks } from './playbooks.ts';

/** What one write transaction of the ingest needs to know. */
export type Ingest = {
  tx: Tx;
  kind: StoreKind;
  /** When the server received what it now writes. */
  now: number;
  playbook: Playbook | null;
  /** Writes what goes with a change, once it is certain that there is one. */
  note?: (() => Promise<void>) | undefined;
};

/** The number of a change. What goes with it comes before: who holds the number holds everybody else's write back. */
export const numberChange = async ({ tx, note }: Ingest): Promise<number> => {
  await note?.();
  return takeNumber(tx);
};

export type IngestDeps = { store: Store; playbooks: Playbooks; now: () => number };

export const ingestOf = async (deps: IngestDeps, tx: Tx): Promise<Ingest> => ({
  tx,
  kind: deps.store.kind,
  now: deps.now(),
  playbook: (await deps.playbooks(tx)).playbook,
});

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
