import { CompiledQuery } from 'kysely';
import { Outcomes, Playbook } from '#lib/contract/playbook.ts';
import type { Store, Tx } from '../store/store.ts';
import { STREAM, type Standing, takeNumber } from '../store/workspace.ts';
import { playOf } from './lifecycle.ts';

export type StoredPlaybook = { playbook: Playbook; seq: number };

/** Where a transaction stands: the history, how reps are kept apart, and the playbook with what is counted of it. */
export type Bearings = Standing & {
  /** Reps see only the customers of their teams. */
  byTeams: boolean;
  /** Null: what an old server or a bug left without one. */
  playbook: Playbook | null;
  playbookSeq: number;
  outcomesSeq: number;
};

/** Takes the bearings of a transaction in one query, and parses the playbook only when it has changed since the last time. */
export type Playbooks = (tx: Tx) => Promise<Bearings>;

type Row = Standing & {
  playbook: string | null;
  playbook_seq: number | null;
  outcomes_seq: number | null;
  scoping: string | null;
};

/** Every mutation and every pull begins with this: printing it anew each time would cost as much as the query. */
const BEARINGS = CompiledQuery.raw(
  `select s.head, s.epoch, s.floor, p.id as playbook, p.seq as playbook_seq, o.seq as outcomes_seq,
     (select value from meta where key = 'scoping') as scoping
   from sync_stream s left join playbooks p on true left join playbook_outcomes o on o.id = s.id
   where s.id = '${STREAM}' order by p.seq desc limit 1`,
);

const newest = (tx: Tx) => tx.selectFrom('playbooks').orderBy('seq', 'desc').limit(1);

/** The playbook as it is stored, without what is counted. What one of an older version lacks gets its default. */
const readBare = async (tx: Tx): Promise<StoredPlaybook | null> => {
  const row = await newest(tx).select(['body', 'seq']).executeTakeFirst();
  return row ? { playbook: Playbook.parse(JSON.parse(row.body)), seq: row.seq } : null;
};

const readOutcomes = async (tx: Tx): Promise<Outcomes> => {
  const row = await tx
    .selectFrom('playbook_outcomes')
    .select('body')
    .where('id', '=', STREAM)
    .executeTakeFirst();
  return row ? Outcomes.parse(JSON.parse(row.body)) : {};
};

/** A playbook with what is counted of its plays. Of others nobody would read it. */
const withOutcomes = (playbook: Playbook, all: Outcomes): Playbook => {
  const known = new Set(playbook.plays.map(({ id }) => id));
  const outcomes = Object.fromEntries(Object.entries(all).filter(([key]) => known.has(playOf(key))));
  return { ...playbook, outcomes };
};

/** The workspace's playbook, with what is counted of its plays. */
export const readStored = async (tx: Tx): Promise<StoredPlaybook | null> => {
  const bare = await readBare(tx);
  return bare && { ...bare, playbook: withOutcomes(bare.playbook, await readOutcomes(tx)) };
};

const texts = new WeakMap<object, string>();
const textOf = (value: object): string => {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
};

/** As JSON; printed once for all devices. */
export const playbookText = (playbook: Playbook): string => textOf(playbook);
export const outcomesText = ({ outcomes }: Playbook): string => textOf(outcomes);

export const createPlaybooks = (): Playbooks => {
  let bare: { of: string; playbook: Playbook | null } | null = null;
  let whole: { of: string; playbook: Playbook | null } | null = null;
  return async (tx) => {
    const row = (await tx.executeQuery<Row>(BEARINGS)).rows[0];
    if (!row) throw new Error('the store has no sync_stream');
    // With the epoch: a restore may bring the same numbers again.
    const of = `${row.epoch} ${row.playbook} ${row.playbook_seq}`;
    const ofWhole = `${of} ${row.outcomes_seq}`;
    if (bare?.of !== of) bare = { of, playbook: (await readBare(tx))?.playbook ?? null };
    const { playbook } = bare;
    if (whole?.of !== ofWhole)
      whole = { of: ofWhole, playbook: playbook && withOutcomes(playbook, await readOutcomes(tx)) };
    return {
      head: row.head,
      epoch: row.epoch,
      floor: row.floor,
      byTeams: row.scoping === 'teams',
      playbook: whole.playbook,
      playbookSeq: row.playbook_seq ?? 0,
      outcomesSeq: row.outcomes_seq ?? 0,
    };
  };
};

/**
 * Puts a playbook in the place of the one before, under the number of this transaction: every device pulls it. What is
 * counted of it is kept beside it ([S63]).
 */
export const storePlaybook = async (tx: Tx, playbook: Playbook, seq: number): Promise<void> => {
  const { id, version } = playbook;
  const body = JSON.stringify({ ...playbook, outcomes: {} });
  const row = { id, version, seq, body, updated_at: playbook.updatedAt };
  await tx
    .insertInto('playbooks')
    .values(row)
    .onConflict((c) => c.column('id').doUpdateSet(row))
    .execute();
};

/**
 * Changes what the server itself keeps in the playbook (the value model): it stays the same version. `change` gives the new
 * one, or null to leave it as it is.
 * @returns the number under which it shows; null when nothing changed
 */
export const amendPlaybook = (
  store: Store,
  change: (playbook: Playbook) => Playbook | null,
): Promise<number | null> =>
  store.write(async (tx) => {
    // The number first: whoever holds it is the only one to write, and reads what the last one wrote.
    const seq = await takeNumber(tx);
    const stored = await readStored(tx);
    const changed = stored && change(stored.playbook);
    if (!changed) return null;
    await storePlaybook(tx, changed, seq);
    return seq;
  });
