import type { Play } from '../contract/playbook.ts';
import { type Stage, stages } from '../contract/stage.ts';

type Index = { byId: ReadonlyMap<string, Play>; byStage: Readonly<Record<Stage, readonly Play[]>> };

/** A playbook is replaced and never changed in place, so what is looked up in it is sorted once for all customers. */
const known = new WeakMap<readonly Play[], Index>();

const inStage = (plays: readonly Play[], stage: Stage): Play[] =>
  plays.filter((play) => !play.off && play.stages.includes(stage));

/** An id means one play: of two with the same id the first counts. */
const unique = (plays: readonly Play[]): ReadonlyMap<string, Play> => {
  const byId = new Map<string, Play>();
  for (const play of plays) if (!byId.has(play.id)) byId.set(play.id, play);
  return byId;
};

/** The plays by their id, and those that are on by the stages that they are for, in the playbook's order. */
export const indexOf = (plays: readonly Play[]): Index => {
  const found = known.get(plays);
  if (found) return found;
  const byStage = {} as Record<Stage, readonly Play[]>;
  const byId = unique(plays);
  for (const stage of stages) byStage[stage] = inStage([...byId.values()], stage);
  const made = { byId, byStage };
  known.set(plays, made);
  return made;
};
