import type { Stage } from '../../contract/stage.ts';
import type { Because, Health } from '../types.ts';
import type { View } from '../view.ts';

/** A stage whose entry condition holds. */
export type Found = {
  stage: Stage;
  /** When the rule began to hold. */
  since: number;
  /**
   * When the condition began, for a move down to wait on. Null if there is nothing to wait for: an act, or a
   * span of silence that is longer than the wait.
   */
  from: number | null;
  because: Because[];
};

/** One rule of the ordered list: the first that finds something says the stage. */
export type StageRule = (view: View, health: Health) => Found | null;
