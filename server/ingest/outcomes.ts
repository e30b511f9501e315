import type { SukiEvent } from '#lib/contract/events.ts';
import type { Outcomes } from '#lib/contract/playbook.ts';
import { Stage } from '#lib/contract/stage.ts';
import { insertMany } from '../store/bulk.ts';
import type { Tx } from '../store/store.ts';
import { STREAM } from '../store/workspace.ts';
import type { Ingest } from './context.ts';
import type { CustomerState } from './customers.ts';
import { answersIn, outcomeKey } from './lifecycle.ts';

const COLUMNS = ['source', 'id', 'play', 'stage', 'helped', 'bad', 'critic'] as const;

/** What the team has answered, of all plays that there ever were. */
const countAll = async (tx: Tx): Promise<Outcomes> => {
  const cells = await tx
    .selectFrom('outcomes')
    .select((e) => [
      'play',
      'stage',
      e.fn.countAll().as('n'),
      e.fn.sum('helped').as('s'),
      e.fn.sum('bad').as('bad'),
      e.fn.count('critic').distinct().as('critics'),
    ])
    .groupBy(['play', 'stage'])
    .orderBy('play')
    .orderBy('stage')
    .execute();
  return Object.fromEntries(
    cells.map(({ play, stage, n, s, bad, critics }) => [
      outcomeKey(play, Stage.parse(stage)),
      {
        n: Number(n),
        s: Number(s),
        ...(Number(bad) > 0 && { bad: Number(bad), critics: Number(critics) }),
      },
    ]),
  );
};

/**
 * Counts the answers among all events of these customers, each once by source and id.
 * @returns whether any was new: then `publishOutcomes` is due, once the transaction has its number
 */
export const countAnswers = async (
  ingest: Ingest,
  states: Iterable<CustomerState>,
  events: ReadonlyMap<string, readonly SukiEvent[]>,
): Promise<boolean> => {
  const { playbook } = ingest;
  if (!playbook) return false;
  const answers = [...states].flatMap((state) => answersIn(state, events.get(state.id) ?? [], playbook));
  const rows = answers.map((answer) => [
    answer.source,
    answer.id,
    answer.play,
    answer.stage,
    answer.helped ? 1 : 0,
    answer.bad ? 1 : 0,
    answer.bad ? answer.by : null,
  ]);
  return (await insertMany(ingest, 'outcomes', COLUMNS, rows, 'ignore', ['id'])).length > 0;
};

/**
 * Takes an undone event's answer back.
 * @returns whether it was one: then `publishOutcomes` is due, once the transaction has its number
 */
export const forgetAnswer = async (
  { tx }: Ingest,
  event: { source: string; id: string },
): Promise<boolean> => {
  const gone = await tx
    .deleteFrom('outcomes')
    .where('source', '=', event.source)
    .where('id', '=', event.id)
    .returning('id')
    .execute();
  return gone.length > 0;
};

const readBody = async (tx: Tx): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('playbook_outcomes')
    .select('body')
    .where('id', '=', STREAM)
    .executeTakeFirst();
  return row?.body;
};

/**
 * [S63] Puts what is counted beside the playbook, under the number of this transaction. Whoever has one holds everybody
 * else's write back, so that two counts at one moment cannot overwrite each other.
 */
export const publishOutcomes = async (tx: Tx, seq: number): Promise<void> => {
  const body = JSON.stringify(await countAll(tx));
  if (body === (await readBody(tx))) return;
  await tx
    .insertInto('playbook_outcomes')
    .values({ id: STREAM, seq, body })
    .onConflict((c) => c.column('id').doUpdateSet({ seq, body }))
    .execute();
};

/** Of a store from before they had their place: counts what has been answered. Devices have that in their playbook already. */
export const ensureOutcomes = async (tx: Tx): Promise<void> => {
  if ((await readBody(tx)) !== undefined) return;
  await tx
    .insertInto('playbook_outcomes')
    .values({ id: STREAM, seq: 0, body: JSON.stringify(await countAll(tx)) })
    .onConflict((c) => c.doNothing())
    .execute();
};
