import { Dexie, type Table } from 'dexie';
import type { MutationName, RefusalCode, Theirs } from '#lib/contract/mutations.ts';
import type { Idb } from './cache-db.ts';

/** How often the server has failed at a mutation that was the first of its batch, and since when ([S16]). */
export type Failed = { times: number; since: number };
export type ParkedCode = RefusalCode | 'expired' | 'conflict';

/**
 * Where a mutation stands.
 * `queued`: not settled by the server yet · `acked`: applied there; it stays in the overlay until the pull
 * cursor has passed `seq` (`reach`: the same as a number, to look for) · `parked`: refused, and kept for the rep to retry, export or discard. `theirs`: what a colleague has
 * set meanwhile, of a conflict.
 */
export type Standing =
  | { state: 'queued'; failed?: Failed }
  | { state: 'acked'; seq: string; reach: number; ackedAt: number }
  | { state: 'parked'; code: ParkedCode; message: string; theirs?: Theirs };

/**
 * `body` is fixed when made: JSON of {id, name, v, args, at}. Only `mid` may change, when a client is renumbered. Rows
 * are in the order of their making when sorted by `mid`; what an earlier client id settled is below 1.
 */
export type OutboxRow = Standing & {
  id: string;
  mid: number;
  customer: string;
  name: MutationName;
  at: number;
  body: string;
  /** For whom it was made ([S26]); null: before this device had met a server. */
  account?: string | null;
};

/**
 * `epoch` is the server history that acknowledged what is acked here, `account` the member and workspace for whom
 * the mutations were made; both null before the first exchange.
 */
export type Client = {
  key: 'client';
  id: string;
  nextMid: number;
  epoch: string | null;
  account: string | null;
};

export type OutboxDb = Dexie & {
  mutations: Table<OutboxRow, string>;
  client: Table<Client, string>;
};

/** The database of what the rep did: tiny, durable on power loss, never rebuilt. */
export const openOutboxDb = (name = 'suki-outbox', idb?: Idb): OutboxDb => {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', ...idb }) as OutboxDb;
  db.version(1).stores({ mutations: 'id, state, [state+mid], customer', client: 'key' });
  db.version(2)
    .stores({ mutations: 'id, state, [state+mid], [state+reach], customer' })
    .upgrade((tx) =>
      tx
        .table<OutboxRow>('mutations')
        .where('state')
        .equals('acked')
        .modify((row) => {
          if (row.state === 'acked') row.reach = Number(row.seq);
        }),
    );
  return db;
};
