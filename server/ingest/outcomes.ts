import { isDeepStrictEqual } from 'node:util';
import type { SukiEvent } from '#lib/contract/events.ts';
import type { Outcomes, Playbook } from '#lib/contract/playbook.ts';
import { Stage } from '#lib/contract/stage.ts';
import { insertMany } from '../store/bulk.ts';
import type { Tx } from '../store/store.ts';
import type { Ingest } from './context.ts';
import type { CustomerState } from './customers.ts';
import { answersIn, outcomeKey } from './lifecycle.ts';
import { readStored, storePlaybook } from './playbooks.ts';

const COLUMNS = ['source', 'id', 'play', 'stage', 'helped', 'bad', 'critic'] as const;

/** What the team has answered about the plays of a playbook. Of others nobody would read it. */
export const outcomesFor = async (tx: Tx, { plays }: Pick<Playbook, 'plays'>): Promise<Outcomes> => {
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
  const known = new Set(plays.map(({ id }) => id));
  return Object.fromEntries(
    cells
      .filter(({ play }) => known.has(play))
      .map(({ play, stage, n, s, bad, critics }) => [
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

/**
 * Puts what is counted into the playbook that devices have, under the number of this transaction. Whoever has one
 * holds everybody else's write back, so that two counts at one moment cannot overwrite each other.
 */
export const publishOutcomes = async (tx: Tx, seq: number): Promise<void> => {
  const stored = await readStored(tx);
  if (!stored) return;
  const { playbook } = stored;
  const outcomes = await outcomesFor(tx, playbook);
  if (!isDeepStrictEqual(outcomes, playbook.outcomes))
    await storePlaybook(tx, { ...playbook, outcomes }, seq);
};
