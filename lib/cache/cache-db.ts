import { Dexie, type Table } from 'dexie';
import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { DecisionRecord } from '#lib/contract/decision.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { Member } from '#lib/contract/sync.ts';

/** `addresses` stands beside the record for the multi-entry index. */
export type CustomerRow = { id: string; addresses: string[]; record: CustomerRecord };

/** One row: how far this cache is. `cursor` null means: no snapshot yet, or one was cut short at `after`. */
export type Progress = {
  key: 'progress';
  epoch: string;
  cursor: string | null;
  after: string | null;
  /** The head that the running snapshot will have as its cursor. */
  token: string | null;
  /** Customers on the server when the snapshot began, for the progress bar. */
  expected: number;
  lastSyncAt: number | null;
};
export type Meta =
  | Progress
  | { key: 'playbook'; playbook: Playbook }
  /** Colleagues, for who works without a network. */
  | { key: 'members'; members: Member[] };

/**
 * A decision that was shown. `key` says which screen it was: customer, day and plays. One that was sent stays as a mark with its
 * `id`, so that the same screen is not sent again that day and whoever answers it later names the one that was sent.
 */
export type DecisionRow = { key: string; id: string; at: number } & (
  | { state: 'waiting'; record: DecisionRecord }
  | { state: 'sent' }
);

export type CacheDb = Dexie & {
  customers: Table<CustomerRow, string>;
  meta: Table<Meta, string>;
  decisions: Table<DecisionRow, string>;
};

/**
 * The database of what the server said: disposable, its version in its name. A new shape is a new name, and
 * `stale` names the older ones, to be deleted.
 */
export const CACHE_NAME = 'suki-cache-2';

export const openCacheDb = (name = CACHE_NAME): CacheDb => {
  const db = new Dexie(name, { chromeTransactionDurability: 'relaxed' }) as CacheDb;
  db.version(1).stores({ customers: 'id, *addresses', meta: 'key', decisions: 'key, state, at' });
  return db;
};

export const staleCaches = (names: string[]): string[] =>
  names.filter((name) => name.startsWith('suki-cache-') && name !== CACHE_NAME);
