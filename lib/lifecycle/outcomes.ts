import type { Outcomes } from '../contract/playbook.ts';
import { type Stage, stages } from '../contract/stage.ts';

/** Under which key the answers to a play are counted for customers of one stage. */
export const outcomeKey = (play: string, stage: Stage): string => `${play}/${stage}`;
/** The play of such a key. */
export const playOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));

/** Answers that a (play, stage) cell needs before it is trusted alone; under it all stages are pooled. */
const CELL_MINIMUM = 30;

const none = { n: 0, s: 0 };

type Count = { n: number; s: number };

/** Counts are replaced as a whole when they change, so they are sorted by play once for all customers. */
const sorted = new WeakMap<
  Outcomes,
  ReadonlyMap<string, { all: Count; cells: ReadonlyMap<string, Count> }>
>();

const byPlay = (outcomes: Outcomes) => {
  const known = sorted.get(outcomes);
  if (known) return known;
  const found = new Map<string, { all: Count; cells: Map<string, Count> }>();
  for (const [key, { n, s }] of Object.entries(outcomes)) {
    const slash = key.lastIndexOf('/');
    const [play, stage] = [key.slice(0, slash), key.slice(slash + 1)];
    if (!stages.some((name) => name === stage)) continue;
    const { all, cells } = found.get(play) ?? { all: none, cells: new Map<string, Count>() };
    cells.set(stage, { n, s });
    found.set(play, { all: { n: all.n + n, s: all.s + s }, cells });
  }
  sorted.set(outcomes, found);
  return found;
};

/** [D2] What the team has answered about this play: in this stage if that is enough, else in all stages. */
export const answers = (outcomes: Outcomes, play: string, stage: Stage): Count => {
  const counts = byPlay(outcomes).get(play);
  if (!counts) return none;
  const cell = counts.cells.get(stage);
  return cell && cell.n >= CELL_MINIMUM ? cell : counts.all;
};
