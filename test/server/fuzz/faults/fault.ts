import type { ClassName } from '../classes.ts';
import type { Sim } from '../sim.ts';

/** Something that goes wrong. `weight`: how often, against the others. `can`: whether it may happen now. */
export type Fault = {
  class: ClassName;
  weight: number;
  can?: (sim: Sim) => boolean;
  run: (sim: Sim) => Promise<void>;
};
