import type { GuardId } from '../../contract/decision.ts';
import type { Play, TriggerOn } from '../../contract/playbook.ts';
import type { Desk } from '../desk.ts';
import type { Fired, Scene } from '../triggers/trigger.ts';
import type { Blocked } from '../types.ts';

/** A play that fired, before the guards. */
export type Candidate = { play: Play; on: TriggerOn; fired: Fired; key: string };

export type Guard = {
  id: GuardId;
  /** Null: nothing against it. */
  block: (candidate: Candidate, scene: Scene, desk: Desk) => Blocked | null;
};
