import type { Outcomes } from '../contract/playbook.ts';
import { type Stage, stages } from '../contract/stage.ts';

/** Under which key the answers to a play are counted for customers of one stage. */
export const outcomeKey = (play: string, stage: Stage): string => `${play}/${stage}`;

/** Answers that a (play, stage) cell needs before it is trusted alone; under it all stages are pooled. */
export const CELL_MINIMUM = 30;

const none = { n: 0, s: 0 };

/** [D2] What the team has answered about this play: in this stage if that is enough, else in all stages. */
export const answers = (outcomes: Outcomes, play: string, stage: Stage): { n: number; s: number } => {
  const cell = outcomes[outcomeKey(play, stage)] ?? none;
  if (cell.n >= CELL_MINIMUM) return cell;
  let { n, s } = cell;
  for (const each of stages) {
    if (each === stage) continue;
    const part = outcomes[outcomeKey(play, each)];
    if (part) {
      n += part.n;
      s += part.s;
    }
  }
  return { n, s };
};
