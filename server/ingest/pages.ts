import type { CustomerRecord } from '#lib/contract/customer.ts';
import type { Playbook } from '#lib/contract/playbook.ts';
import { LIMITS } from '#lib/contract/sync.ts';
import { Refused } from '../http/errors.ts';
import type { CustomerRow } from '../store/schema.ts';
import type { Store, Tx } from '../store/store.ts';
import { readHead } from '../store/workspace.ts';
import { toRecord } from './customers.ts';
import { foldVersion } from './lifecycle.ts';
import type { Playbooks } from './playbooks.ts';

/** A page of records stays about this small, in characters of JSON. */
const PAGE_SIZE = 1_000_000;
const DEFAULT_ROWS = 500;

const sizeOf = (row: CustomerRow): number => row.profile.length + row.facts.length + row.timeline.length;

/** How many rows from the front fit a page; at least one. */
const fitting = (rows: readonly CustomerRow[]): number => {
  let size = 0;
  for (const [index, row] of rows.entries()) {
    size += sizeOf(row);
    if (size > PAGE_SIZE && index > 0) return index;
  }
  return rows.length;
};

/** A cursor of ours as a number; anything else was never given out. */
const readCursor = (cursor: string, head: number): number => {
  if (!/^\d{1,16}$/.test(cursor))
    throw new Refused('invalid', { message: 'cursor: not one of this server.' });
  const seq = Number(cursor);
  if (seq > head) throw new Refused('cursor-ahead');
  return seq;
};

/**
 * Customers whose facts a device can read, and those who are gone. The others follow when they have been folded anew, which
 * gives them a new number.
 */
const readable = (tx: Tx) =>
  tx
    .selectFrom('customers')
    .selectAll()
    .where((e) => e.or([e('fold_version', '=', foldVersion), e('gone', '=', 1)]));

export type SnapshotPage = {
  rows: CustomerRecord[];
  after?: string;
  token: string;
  playbook?: Playbook;
};

/**
 * One page of all customers. The token is the head before the first row was read: whatever changes while the
 * pages are read has a higher number, and comes with the first pull after it.
 */
export const readSnapshot = (
  store: Store,
  playbooks: Playbooks,
  query: { after?: string | undefined; token?: string | undefined; limit?: number | undefined },
): Promise<SnapshotPage> =>
  store.read(async (tx) => {
    const head = await readHead(tx);
    const token = query.token === undefined ? head : readCursor(query.token, head);
    const limit = query.limit ?? DEFAULT_ROWS;
    let select = readable(tx).where('gone', '=', 0);
    if (query.after !== undefined) select = select.where('id', '>', query.after);
    const found = await select
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    const rows = found.slice(0, Math.min(limit, fitting(found)));
    const last = rows.at(-1);
    const playbook = query.after === undefined ? await playbooks(tx) : null;
    return {
      rows: rows.map(toRecord),
      token: String(token),
      ...(last && rows.length < found.length ? { after: last.id } : {}),
      ...(playbook ? { playbook: playbook.playbook } : {}),
    };
  });

export type PullPage = {
  rows: CustomerRecord[];
  gone: string[];
  playbook?: Playbook;
  cursors: { all: string };
  more: boolean;
};

/** As many whole numbers as fit: a page never ends between two rows of one number. */
const wholeNumbers = (rows: readonly CustomerRow[], limit: number): CustomerRow[] | null => {
  const most = Math.min(limit, fitting(rows));
  if (rows.length <= most) return [...rows];
  const cut = rows[most]?.seq;
  const whole = rows.slice(0, most).filter((row) => row.seq !== cut);
  return whole.length > 0 ? whole : null;
};

/**
 * What changed after a cursor, in one snapshot. Rows that were written together share a number and come
 * together, so a page can have more rows than asked for, if one number has.
 */
export const readPull = (
  store: Store,
  playbooks: Playbooks,
  query: { cursor: string; limit?: number | undefined },
): Promise<PullPage> =>
  store.read(async (tx) => {
    const head = await readHead(tx);
    const cursor = readCursor(query.cursor, head);
    const limit = query.limit ?? LIMITS.applyRows;
    const after = readable(tx).where('seq', '>', cursor);
    const found = await after
      .orderBy('seq')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    let rows = wholeNumbers(found, limit);
    if (!rows) {
      const first = found[0]?.seq ?? cursor;
      rows = await readable(tx).where('seq', '=', first).orderBy('id').execute();
    }
    const complete = found.length <= limit && rows.length >= found.length;
    const next = complete ? head : (rows.at(-1)?.seq ?? head);
    const playbook = await playbooks(tx);
    return {
      rows: rows.filter((row) => row.gone === 0).map(toRecord),
      gone: rows.filter((row) => row.gone !== 0).map((row) => row.id),
      ...(playbook && playbook.seq > cursor && playbook.seq <= next ? { playbook: playbook.playbook } : {}),
      cursors: { all: String(next) },
      more: !complete,
    };
  });
