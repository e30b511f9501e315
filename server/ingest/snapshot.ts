import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { HELD, type SnapshotScope } from '#lib/contract/scope.ts';
import type { Member } from '#lib/contract/sync.ts';
import { Refused } from '../http/errors.ts';
import type { Tables } from '../store/schema.ts';
import type { Store, Tx } from '../store/store.ts';
import { foldVersion } from './lifecycle.ts';
import { fitting, pageText, RECORD, type RecordRow, readCursor } from './page-text.ts';
import { type Bearings, type Playbooks, playbookText } from './playbooks.ts';
import { clientOf, type Follows, type Scopes } from './scopes.ts';
import { inSight } from './sight.ts';

const DEFAULT_ROWS = 500;

export type SnapshotDeps = { store: Store; playbooks: Playbooks; scopes: Scopes; now: () => number };
export type SnapshotQuery = {
  member: Member;
  scope: SnapshotScope;
  after?: string | undefined;
  token?: string | undefined;
  limit?: number | undefined;
};

type Where = (e: ExpressionBuilder<Tables, 'customers'>) => Expression<SqlBool>;
type Found = { rows: RecordRow[]; after: string | undefined };

/** Customers whose facts a device can read. The others follow when they have been folded anew, under a new number. */
const readable = (tx: Tx) =>
  tx.selectFrom('customers').where('gone', '=', 0).where('fold_version', '=', foldVersion);

/** Who is in a scope that is read in the order of ids. */
const membersOf = (scope: SnapshotScope, { sight }: Follows): Where => {
  if (scope === 'team:') return (e) => e('team', 'is', null);
  if (scope.startsWith('team:')) return (e) => e('team', '=', scope.slice('team:'.length));
  if (scope.startsWith('owner:')) return (e) => e('owner', '=', scope.slice('owner:'.length));
  if (scope.startsWith('pin:'))
    return (e) =>
      e.and([
        e(
          'id',
          'in',
          e
            .selectFrom('pins')
            .innerJoin('clients', 'clients.id', 'pins.client_id')
            .select('pins.customer_id')
            .where('pins.client_id', '=', clientOf(scope))
            .where('clients.member_id', '=', sight.member),
        ),
        inSight(sight)(e),
      ]);
  return inSight(sight);
};

/** Rows of one query: of large ones a page holds few, and what does not fit was read in vain. */
const STEP = 128;

const byId = async (tx: Tx, where: Where, after: string | undefined, limit: number): Promise<Found> => {
  const rows: RecordRow[] = [];
  for (;;) {
    const last = rows.at(-1)?.id ?? after;
    const wanted = Math.min(STEP, limit + 1 - rows.length);
    let query = readable(tx).select(RECORD).where(where);
    if (last !== undefined) query = query.where('id', '>', last);
    const found = await query.orderBy('id').limit(wanted).execute();
    rows.push(...found);
    const fit = Math.min(limit, fitting(rows));
    if (fit < rows.length) return { rows: rows.slice(0, fit), after: rows[fit - 1]?.id };
    if (found.length < wanted) return { rows, after: undefined };
  }
};

/** Where a page of a scope that ends after so many left off: how many came before, and the last one's place in the order. */
const readMark = (after: string | undefined): { n: number; rank: number; id: string } | null => {
  if (after === undefined) return null;
  const [, n, rank, id] = after.match(/^(\d{1,6})\.(\d{1,16})\.(\P{Cc}+)$/u) ?? [];
  if (id === undefined) throw new Refused('invalid', { message: 'after: not a mark of this scope.' });
  return { n: Number(n), rank: Number(rank), id };
};

/** `due`: who needs something soonest. `recent`: who changed last. */
const ranked = async (
  tx: Tx,
  scope: 'due' | 'recent',
  most: number,
  where: Where,
  after: string | undefined,
  limit: number,
): Promise<Found> => {
  const [column, compare, order] =
    scope === 'due' ? (['due', '>', 'asc'] as const) : (['seq', '<', 'desc'] as const);
  const mark = readMark(after);
  const before = mark?.n ?? 0;
  const left = Math.max(0, most - before);
  let query = readable(tx)
    .select(RECORD)
    .select(`${column} as rank`)
    .where(where)
    .where(column, 'is not', null);
  if (mark) {
    const { rank, id } = mark;
    query = query.where((e) =>
      e.or([e(column, compare, rank), e.and([e(column, '=', rank), e('id', compare, id)])]),
    );
  }
  const found = await query
    .orderBy(column, order)
    .orderBy('id', order)
    .limit(Math.min(limit, left) + 1)
    .execute();
  const rows = found.slice(0, Math.min(limit, left, fitting(found)));
  const last = rows.at(-1);
  const isMore = rows.length < found.length && rows.length < left;
  return { rows, after: isMore && last ? `${before + rows.length}.${last.rank}.${last.id}` : undefined };
};

/** Where the scopes do not hold everybody, only whom the device follows anyway is loaded first. */
const mostUrgent = ({ sight, whole }: Follows): Where =>
  whole ? inSight(sight) : (e) => e('owner', '=', sight.member);

const find = (tx: Tx, follows: Follows, { scope, after }: SnapshotQuery, limit: number): Promise<Found> => {
  if (scope === 'due') return ranked(tx, scope, HELD.due, mostUrgent(follows), after, limit);
  if (scope === 'recent') return ranked(tx, scope, follows.recent, inSight(follows.sight), after, limit);
  return byId(tx, membersOf(scope, follows), after, limit);
};

/** The playbook comes once, with those who need something soon. */
const enclosed = (here: Bearings, { scope, after }: SnapshotQuery) =>
  scope === 'due' && after === undefined && here.playbook ? { playbook: playbookText(here.playbook) } : {};

/**
 * [S30] One page of a scope, as text. Its cursor is the head before the first row was read: whatever changes while the pages are
 * read has a higher number, and comes with the first pull after it.
 */
export const readSnapshot = (
  { store, playbooks, scopes, now }: SnapshotDeps,
  query: SnapshotQuery,
): Promise<{ text: string; rows: number }> =>
  store.read(async (tx) => {
    const here = await playbooks(tx);
    const token = query.token === undefined ? here.head : readCursor(query.token, here.head);
    const follows = await scopes.holding(tx, here, query.member, query.scope);
    const { rows, after } = await find(tx, follows, query, query.limit ?? DEFAULT_ROWS);
    const head = {
      epoch: here.epoch,
      serverTime: now(),
      cursor: String(token),
      more: after !== undefined,
      ...(after === undefined ? {} : { after }),
    };
    return { text: pageText(head, rows, enclosed(here, query)), rows: rows.length };
  });
