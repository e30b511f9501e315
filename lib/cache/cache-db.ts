import { Dexie, type Table } from 'dexie';
import type { TimelineEntry } from '#lib/contract/customer.ts';
import type { DecisionRecord } from '#lib/contract/decision.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import type { Scope } from '#lib/contract/scope.ts';
import type { Member } from '#lib/contract/sync.ts';
import type { FilterRow } from './filter.ts';
import { kinOfLine } from './kin-keys.ts';

/*
 * Who is a customer lies here as lines of text, just as they came: many together in a pack, a few in rows of their own. The same
 * customer may be in several of them. The one in force is of the newest generation, and in it of the highest rank (`rankOf`), so
 * that neither the order in which pages come nor where their lines lie makes a difference.
 */

/** Up to 512 lines as one text. A pack never changes; it is laid, and one day taken away. `n` is never used twice. */
export type Pack = { n: number; text: string };

/** What can be asked of a pack without reading it. The lines are numbered from 0. */
export type Head = {
  n: number;
  gen: number;
  /** By line: the hash of its id, and its rank. */
  ids: Float64Array<ArrayBuffer>;
  ranks: Float64Array<ArrayBuffer>;
  /** Hashes of addresses, and in which line each stands. */
  addresses: Uint32Array<ArrayBuffer>;
  lineOf: Uint16Array<ArrayBuffer>;
};

/**
 * What the lines of a pack are found by when somebody's very address is not here. Told from the pack, at some time after it was laid;
 * see kin.ts.
 */
export type Kin = {
  n: number;
  /** Each domain of the pack once, a line each. */
  domains: string;
  /** Of each address: the line that it stands in, which of the domains is its own, and the hash of its mailbox. */
  lines: Uint16Array<ArrayBuffer>;
  domainOf: Uint16Array<ArrayBuffer>;
  boxes: Uint32Array<ArrayBuffer>;
  /** By line: the hash of the name; 0: none. */
  names: Uint32Array<ArrayBuffer>;
};

/** A line by itself: one of a few changes, or somebody who was looked up. */
export type Row = {
  id: string;
  addresses: string[];
  line: string;
  gen: number;
  rank: number;
  /** When they were last asked for, if they are here because they were looked up; 0: they are here like anybody else. */
  usedAt: number;
  /** What else they are found by; see kin.ts. */
  kin: string[];
};

/** Of the loading that goes on: the scope (its place in the order), the mark in it, and the cursor that it will lead to. */
export type Load = { scope: number; after: string | null; cursor: string | null; loaded: number };

/**
 * One row: how far this cache is. `cursor` null: the generation is still being loaded, as `load` says, and `before` is the one that
 * is shown where it has nothing yet.
 */
export type Progress = {
  key: 'progress';
  epoch: string;
  scopes: Scope[];
  gen: number;
  before: number | null;
  cursor: string | null;
  load: Load | null;
  /** How many the scopes hold on the server, about, for the progress bar; and how many are here. */
  expected: number;
  customers: number;
  /** False: `customers` is only about how many, until somebody counts. */
  counted: boolean;
  /** Loading was ended early, because there is no room for all of them ([S90]). */
  part?: boolean;
  lastSyncAt: number | null;
};

/** Which number the next pack or generation gets, and how often packs were taken away. Outlives all else here. */
export type Counter = { key: 'counter'; next: number; taken: number };

/**
 * What is known of the cache's own health. `odd`: something is not as it should be, so the sum is compared soon. `differed`: how
 * often it did. `letGo`: somebody was let go of to make room, so that the sum has to differ.
 */
export type Health = { key: 'health'; checkedAt: number; odd: boolean; differed: number; letGo: boolean };

export type Meta =
  | Progress
  | Counter
  | Health
  | { key: 'playbook'; playbook: Playbook }
  /** Colleagues, for who works without a network. */
  | { key: 'members'; members: Member[] }
  /** Ids of records that could not be read, and when the server was asked for each; 0: not yet. */
  | { key: 'wanted'; ids: Record<string, number> };

/**
 * A decision that was shown. `key` says which screen it was: customer, day and plays. One that was sent stays as a mark with its
 * `id`, so that the same screen is not sent again that day and whoever answers it later names the one that was sent.
 */
export type DecisionRow = { key: string; id: string; at: number } & (
  | { state: 'waiting'; record: DecisionRecord }
  | { state: 'sent' }
);

/** A page of older history, as it was when somebody looked at it last. */
export type HistoryRow = {
  customer: string;
  before: string;
  entries: TimelineEntry[];
  usedAt: number;
};

export type CacheDb = Dexie & {
  packs: Table<Pack, number>;
  heads: Table<Head, number>;
  kin: Table<Kin, number>;
  rows: Table<Row, [number, string]>;
  meta: Table<Meta, string>;
  decisions: Table<DecisionRow, string>;
  history: Table<HistoryRow, [string, string]>;
  filter: Table<FilterRow, string>;
};

/**
 * The database of what the server said: disposable, its version in its name. A new shape is a new name, and
 * `stale` names the older ones, to be deleted.
 */
export const CACHE_NAME = 'suki-cache-3';

/** Where the browser has no IndexedDB of its own: one that lives as long as the page. */
export type Idb = { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange };

export const openCacheDb = (name = CACHE_NAME, idb?: Idb): CacheDb => {
  // Dexie would keep what a live query has read, packs and all.
  const db = new Dexie(name, {
    chromeTransactionDurability: 'relaxed',
    cache: 'disabled',
    ...idb,
  }) as CacheDb;
  db.version(1).stores({
    packs: 'n',
    heads: 'n, gen',
    rows: '[gen+id], *addresses, gen, usedAt',
    meta: 'key',
    decisions: 'key, state, at',
    history: '[customer+before], usedAt',
    filter: 'key',
  });
  // What is told from packs is made by and by; the rows are few.
  db.version(2)
    .stores({ kin: 'n', rows: '[gen+id], *addresses, gen, usedAt, *kin' })
    .upgrade((tx) =>
      tx
        .table<Row>('rows')
        .toCollection()
        .modify((row) => {
          row.kin = kinOfLine(row.line);
        }),
    );
  return db;
};

export const staleCaches = (names: string[]): string[] =>
  names.filter((name) => name.startsWith('suki-cache-') && name !== CACHE_NAME);
