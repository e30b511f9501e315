import type { Desk } from '../desk.ts';
import type { Scene } from '../triggers/trigger.ts';
import type { Blocked } from '../types.ts';
import { g1 } from './g1-after-order.ts';
import { g2 } from './g2-complaint.ts';
import { g3 } from './g3-contact-cap.ts';
import { g5 } from './g5-consent.ts';
import { g9 } from './g9-feedback.ts';
import { g10 } from './g10-once.ts';
import { g12 } from './g12-paused.ts';
import type { Candidate, Guard } from './guard.ts';

/** In the order in which they speak when two of them end at the same time. */
export const guards: readonly Guard[] = [g12, g9, g5, g2, g1, g3, g10];

/** [G0] What stands against a candidate, or null. Of several, the one that ends last: its date is then true. */
export const blockedBy = (candidate: Candidate, scene: Scene, desk: Desk): Blocked | null => {
  let longest: Blocked | null = null;
  for (const guard of guards) {
    const blocked = guard.block(candidate, scene, desk);
    if (!blocked) continue;
    if (blocked.until === null) return blocked;
    if (!longest || blocked.until > (longest.until ?? Infinity)) longest = blocked;
  }
  return longest;
};
