import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { HELD, type Scope } from '#lib/contract/scope.ts';
import { LIMITS, type Member } from '#lib/contract/sync.ts';
import { Refused } from '../http/errors.ts';
import type { Tables } from '../store/schema.ts';
import type { Store, Tx } from '../store/store.ts';
import { foldVersion } from './lifecycle.ts';
import { fitting, pageText, RECORD, type RecordRow, readCursor } from './page-text.ts';
import { outcomesText, type Playbooks, playbookText } from './playbooks.ts';
import type { Follows, Scopes } from './scopes.ts';
import { inSight } from './sight.ts';

export type PullDeps = { store: Store; playbooks: Playbooks; scopes: Scopes; now: () => number };
export type PullQuery = {
  member: Member;
  clientId: string;
  epoch: string;
  cursor: string;
  scopes: readonly Scope[];
  limit?: number | undefined;
};
/** `quiet`: nothing has changed for this device. `rows`: how many customers it has in it. */
export type PullPage = { text: string; quiet: boolean; rows: number; cursor: number };

/** So many changes are looked at in one pull, however few of them the device follows. */
const LOOKED_AT = 5_000;

type Changed = RecordRow & { follows: number };
type Where = (e: ExpressionBuilder<Tables, 'customers'>) => Expression<SqlBool>;

/** The last number of which a pull looks at the changes; a number is never split. */
const horizon = async (tx: Tx, cursor: number, head: number): Promise<number> => {
  const changes = tx.selectFrom('customers').select('seq').where('seq', '>', cursor).orderBy('seq');
  const beyond = await changes.orderBy('id').offset(LOOKED_AT).limit(1).executeTakeFirst();
  if (!beyond) return head;
  const first = await changes.limit(1).executeTakeFirstOrThrow();
  return Math.max(first.seq, beyond.seq - 1);
};

/**
 * The number from which on a customer is among the newest changed whom the member sees. As many as a device lets go of by itself,
 * however few it was given to begin with: of one whom it still has no change may be left out.
 */
const recentSince = async (tx: Tx, { sight }: Follows): Promise<number> => {
  const row = await tx
    .selectFrom('customers')
    .select('seq')
    .where('gone', '=', 0)
    .where(inSight(sight))
    .orderBy('seq', 'desc')
    .orderBy('id', 'desc')
    .offset(HELD.recent - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
};

/** Whom the device follows, as a condition. `since`: see `recentSince`. */
const followed = ({ sight, whole }: Follows, clientId: string, since: number): Where => {
  const visible = inSight(sight);
  if (whole) return (e) => e.and([e('gone', '=', 0), visible(e)]);
  return (e) => {
    const pinned = e.selectFrom('pins').select('customer_id').where('client_id', '=', clientId);
    const held = [e('owner', '=', sight.member), e('id', 'in', pinned)];
    return e.and([e('gone', '=', 0), visible(e), e.or([e('seq', '>=', since), ...held])]);
  };
};

/** As many whole numbers as fit: a page never ends between two rows of one number. */
const wholeNumbers = (rows: readonly Changed[], limit: number): Changed[] | null => {
  const most = Math.min(limit, fitting(rows));
  if (rows.length <= most) return [...rows];
  const cut = rows[most]?.seq;
  const whole = rows.slice(0, most).filter((row) => row.seq !== cut);
  return whole.length > 0 ? whole : null;
};

/**
 * [S72] [S73] What changed after a cursor for a device, in one snapshot and as text. Rows that were written together share a number
 * and come together, so a page can have more rows than asked for, if one number has.
 */
export const readPull = ({ store, playbooks, scopes, now }: PullDeps, query: PullQuery): Promise<PullPage> =>
  store.read(async (tx) => {
    const here = await playbooks(tx);
    const { member, clientId } = query;
    if (query.epoch !== here.epoch) throw new Refused('epoch-changed');
    const cursor = readCursor(query.cursor, here.head);
    if (cursor < here.floor) throw new Refused('cursor-too-old');
    const follows = await scopes.asked(tx, here, { member, clientId }, query.scopes);
    const isEverybody = follows.whole && follows.sight.teams === null;
    const end = isEverybody ? here.head : await horizon(tx, cursor, here.head);
    const isFarBehind = !follows.whole && end < here.head;
    const isFollowed = followed(follows, clientId, isFarBehind ? await recentSince(tx, follows) : 0);

    // As a number: not to follow somebody of whom nothing is known would be neither true nor false.
    const isFollowedFlag = (e: ExpressionBuilder<Tables, 'customers'>) =>
      e.case().when(isFollowed(e)).then(1).else(0).end();
    /** Those whom it follows, who are gone, and who have moved out of its scopes. */
    const changes = tx
      .selectFrom('customers')
      .select(RECORD)
      .select((e) => isFollowedFlag(e).as('follows'))
      .where((e) =>
        e.or([
          e('gone', '=', 1),
          e.and([
            e('fold_version', '=', foldVersion),
            e.or([isFollowed(e), ...(isEverybody ? [] : [e('scope_seq', '>', cursor)])]),
          ]),
        ]),
      );
    const limit = query.limit ?? LIMITS.applyRows;
    const found = await changes
      .where('seq', '>', cursor)
      .where('seq', '<=', end)
      .orderBy('seq')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    let rows = wholeNumbers(found, limit);
    if (!rows) {
      const first = found[0]?.seq ?? cursor;
      rows = await changes.where('seq', '=', first).orderBy('id').execute();
    }
    const isComplete = found.length <= limit && rows.length >= found.length;
    const next = isComplete ? end : (rows.at(-1)?.seq ?? end);
    const isNew = (seq: number) => seq > cursor && seq <= next;
    // Who moved within this page and has changed again since comes later in the order, where the move would be over.
    const moved =
      isEverybody || next === here.head
        ? []
        : await tx
            .selectFrom('customers')
            .select('id')
            .where('scope_seq', '>', Math.max(0, cursor))
            .where('scope_seq', '<=', next)
            .where('seq', '>', next)
            .where((e) => e(isFollowedFlag(e), '=', 0))
            .execute();
    const { playbook } = here;
    const enclosed =
      playbook && isNew(here.playbookSeq)
        ? { playbook: playbookText(playbook) }
        : playbook && isNew(here.outcomesSeq)
          ? { outcomes: outcomesText(playbook) }
          : {};
    const gone = [...rows.filter((row) => row.follows === 0), ...moved].map(({ id }) => id);
    const lines = rows.filter((row) => row.follows !== 0);
    const more = next < here.head;
    const head = {
      epoch: here.epoch,
      serverTime: now(),
      cursor: String(next),
      more,
      ...(gone.length > 0 ? { gone } : {}),
    };
    return {
      text: pageText(head, lines, enclosed),
      quiet: rows.length === 0 && Object.keys(enclosed).length === 0 && !more,
      rows: lines.length,
      cursor: next,
    };
  });
